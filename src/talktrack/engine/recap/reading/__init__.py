"""Reading one's own notes: clause by clause, what each is and who stands behind it."""

from talktrack.engine.recap.sections import Section

from .units import Unit, units

__all__ = ["Section", "Unit", "units"]
