"""A filled workbook for looking at: Nathan’s, a week and a half before he talks with Jocelyn."""
