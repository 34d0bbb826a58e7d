"""Documents as a workbook, for spreadsheets: the only place in the writers that imports openpyxl."""

from negmatrix.writers.xlsx.entry import write_xlsx

__all__ = ["write_xlsx"]
