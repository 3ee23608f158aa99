"""What the person wants and can, beside what the organisation says it needs."""

from .propose import propose

__all__ = ["propose"]
