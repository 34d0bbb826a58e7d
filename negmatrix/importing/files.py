"""A file's tables into the text of a talks, with a report of what was understood."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from negmatrix.source import EMPTY


class Options(NamedTuple):
    """What a person may say beside the file.

    `kind` is csv, tsv, xlsx, markdown or html, by default what the name's ending tells; `sheet` a sheet's name or
    number; `table` counts from 1; `columns` give fields by header or by number; `title` is that of the talks.
    """

    kind: str | None = None
    sheet: str | None = None
    table: int | None = None
    columns: Mapping[str, str] = EMPTY
    title: str | None = None


DEFAULT = Options()


class Imported(NamedTuple):
    """The text of a talks, and lines for the person who imports."""

    text: str
    report: list[str]


def import_file(file: Path | bytes, name: str | None = None, options: Options = DEFAULT) -> Imported:
    """The talks that a file's tables come to; it passes `check` without an error or a warning.

    `name` is what the file is called, by default its path. LostError when there is nothing to import.
    """
    from negmatrix.importing.documents import import_document

    if isinstance(file, bytes):
        return import_document(file, name or "-", options)
    from negmatrix.finding.files import read_file

    return import_document(read_file(file), name or str(file), options)
