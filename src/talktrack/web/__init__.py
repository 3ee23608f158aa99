"""The house's rooms in a browser: who is asking, the workbook, and later what leaves the house."""
