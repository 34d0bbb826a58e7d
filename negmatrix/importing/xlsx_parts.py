"""The archive of a workbook, looked into before openpyxl loads it: how many cells it has, and whether it is a bomb."""

import io
import re
import zipfile

from negmatrix.finding.lost import LostError
from negmatrix.importing.tables import Lines

MOST_UNPACKED = 128 * 1024 * 1024
_MOST_PARTS = 10_000
_MOST_FIELDS = 250_000
"""Cells of a sheet, however small the archive."""

_FIELD = re.compile(rb"<(?:\w+:)?c[\s/>]")
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})"')
_UNCOUNTED = re.compile(rb"</(?:\w+:)?f>(?:<(?:\w+:)?v\s*/>|<v></v>)?</(?:\w+:)?c>")


def check_parts(content: bytes, name: str, lines: Lines) -> int:
    """The cells of the fullest sheet; LostError for an archive that unpacks to too much, declares entities, or has or
    merges more cells than anybody has.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise LostError(f"'{name}' unpacks to more than {MOST_UNPACKED // 1024**2} MB: an import takes no more")
        checked = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
        return max((_check_part(archive.read(part), part.filename, name, lines) for part in checked), default=0)


def _check_part(xml: bytes, part: str, name: str, lines: Lines) -> int:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise LostError(f"'{name}' declares entities in {part}, which no spreadsheet program writes")
    if not part.startswith("xl/worksheets/"):
        return 0
    merged = sum(_area(*match.groups()) for match in _MERGE.finditer(xml))
    if merged > _MOST_FIELDS:
        raise LostError(f"'{name}' merges {merged} cells: an import takes {_MOST_FIELDS}")
    fields = sum(1 for _ in _FIELD.finditer(xml))
    if fields > _MOST_FIELDS:
        raise LostError(f"'{name}' has {fields} cells in a sheet: an import takes {_MOST_FIELDS}")
    for _ in _UNCOUNTED.finditer(xml):
        lines.add("formulas without a stored value are empty here: open and save the workbook once", part)
    return max(fields, merged)


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
