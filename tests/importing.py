"""Imports made in passing, of which every one can be read again."""

from negmatrix.diagnostics import Severity
from negmatrix.importing import Imported, Options, import_file
from tests.reports import check_text


def made(text: str, name: str = "x.csv", **options: object) -> Imported:
    imported = import_file(text.encode(), name, Options(**options))  # type: ignore[arg-type]
    assert [problem.message for problem in check_text(imported.text) if problem.severity is not Severity.NOTE] == []
    return imported
