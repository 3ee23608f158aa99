"""The workbook: one person's journey, kept in rows and shown in a browser."""
