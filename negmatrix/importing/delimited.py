"""Comma-separated, semicolon-separated and tab-separated text."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from negmatrix.finding.lost import LostError
from negmatrix.formulas import restore
from negmatrix.importing.limits import check_rows
from negmatrix.importing.tables import ONLY_PLACE, Document, Lines, make_table

_DELIMITERS = (",", ";", "\t", "|")
_CAUSES = (("unexpected end", ""), ("field larger", ", or its cell holds more than 131072 characters"))
_SAMPLE = 200
_SAMPLE_SIZE = 100_000


def read_delimited(text: str, name: str, *, tabs: bool = False) -> Document:
    """The one table of a CSV or TSV text; LostError when a quote is never closed."""
    text, delimiter = _choose_delimiter(text.replace("\r\n", "\n").replace("\r", "\n"), tabs=tabs)
    lines = Lines()
    rows = _read_rows(text, delimiter, name, lines)
    table = make_table(ONLY_PLACE, "", map(_restore_row, rows), lines)
    shown = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}[delimiter]
    return Document("", [table] if table else [], [f"columns are parted by {shown}", *lines.told()])


def _choose_delimiter(text: str, *, tabs: bool) -> tuple[str, str]:
    """The text and its delimiter: as Excel's first line `sep=;` says, or the one by which most rows are equally wide."""
    first, _, rest = text.partition("\n")
    if first[:4].lower() == "sep=" and len(first.strip()) == 5 and first[4] in _DELIMITERS:
        return rest, first[4]
    if tabs and "\t" in text:
        return text, "\t"
    sample = text[:_SAMPLE_SIZE]
    return text, max(_DELIMITERS, key=lambda delimiter: _score(sample, delimiter))


def _score(sample: str, delimiter: str) -> float:
    """How evenly a delimiter parts the rows, a little more when they are wide, and less when quotes do not fit it."""
    rows, sound = _try_rows(sample, delimiter)
    widths = Counter(len(row) for row in rows if row)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    return count / sum(widths.values()) * (1 + min(width, 100) / 100) - (0 if sound else 0.5)


def _try_rows(sample: str, delimiter: str) -> tuple[list[list[str]], bool]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            if len(rows) == _SAMPLE:
                break
    except csv.Error as fault:
        return rows, "unexpected end" in str(fault)
    return rows, True


def _restore_row(row: Sequence[str]) -> Sequence[str]:
    return tuple(map(restore, row)) if "'" in "".join(row) else row


def _read_rows(text: str, delimiter: str, name: str, lines: Lines) -> Iterable[Sequence[str]]:
    """The rows, strictly by the rules of CSV; where stray quotes break them, line by line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    last = 0
    try:
        for row in reader:
            if row:
                rows.append(tuple(row))
                check_rows(ONLY_PLACE, len(rows) - 1)
            last = reader.line_num
    except csv.Error as fault:
        for words, cause in _CAUSES:
            if words in str(fault):
                opened = f"a quote that opens in line {last + 1} is never closed (expected '\"' after the cell)"
                raise LostError(f"'{name}' cannot be read: {opened}{cause}") from fault
        lines.add("quotes stand within unquoted cells and were kept as they are", f"line {reader.line_num}")
        return _read_lines(text, delimiter)
    return rows


def _read_lines(text: str, delimiter: str) -> Iterator[list[str]]:
    """Each line by itself, so that a stray quote cannot swallow the lines below it."""
    for line in text.split("\n"):
        if line.count('"') % 2:
            yield line.split(delimiter)
        else:
            yield next(csv.reader([line], delimiter=delimiter), [])
