"""What lies in the database. Rows are fetched by `access` only."""

from .draft import Draft
from .record import Record, Records
from .revision import Revision
from .workbook import Workbook

__all__ = ["Draft", "Record", "Records", "Revision", "Workbook"]
