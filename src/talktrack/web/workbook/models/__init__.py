"""What lies in the database. Rows are fetched by `access` only."""

from .arrival import Arrival
from .draft import Draft
from .record import Record, Records
from .revision import Revision
from .workbook import Workbook

__all__ = ["Arrival", "Draft", "Record", "Records", "Revision", "Workbook"]
