"""The pipe tables of a Markdown text, and its HTML tables."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from negmatrix.importing.inline import is_bare, strip_marks
from negmatrix.importing.limits import check_rows, check_tables
from negmatrix.importing.tables import Document, Lines, RawTable, make_table

_RULE = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(.*)")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-+)[ \t]*")
_NO_HEADING = re.compile(r"[ \t]*(?:[-*+>|]|[0-9]+[.)]|\[\^?[^\]]+\]:|<)(?:\s|$|\S)")
_LONGEST_HEADING = 120
_CELL_END = re.compile(r"(?:[^|\\]|\\.)*", re.DOTALL)


class _Line(NamedTuple):
    number: int
    text: str


def read_markdown(text: str) -> Document:
    """All tables of a Markdown text in order, with the heading above each."""
    lines = Lines()
    kept = list(_without_fences(text.split("\n")))
    title, tables = _find_tables(kept, lines)
    if "<table" in text.lower():
        from negmatrix.importing.pages import read_page

        page = read_page("\n".join(line.text for line in kept))
        tables += page.tables
    return Document(title, tables, lines.told())


def _without_fences(texts: list[str]) -> Iterator[_Line]:
    """The lines that are not within a block of code."""
    fence = ""
    for number, text in enumerate(texts, 1):
        match = _FENCE.match(text) if "```" in text or "~~~" in text else None
        if fence:
            if match and match[1].startswith(fence) and not text[match.end() :].strip():
                fence = ""
        elif match:
            fence = match[1]
        else:
            yield _Line(number, text.rstrip("\r"))


def _find_tables(lines: list[_Line], report: Lines) -> tuple[str, list[RawTable]]:
    title = heading = ""
    tables: list[RawTable] = []
    index = 0
    while index < len(lines):
        if _is_table(lines, index):
            end = _find_end(lines, index + 2)
            place = f"the table in line {lines[index].number}"
            check_rows(place, end - index)
            rows = (_split(lines[row].text) for row in (index, *range(index + 2, end)))
            table = make_table(place, heading, rows, report)
            tables += [table] if table else []
            check_tables(len(tables))
            index = end
            continue
        found, is_title = _heading_of(lines, index)
        heading = found or heading
        title = title or (found if is_title else "")
        index += 1
    return title, tables


def _is_table(lines: list[_Line], index: int) -> bool:
    """Whether a table starts here: a line with a bar above a rule of as many cells."""
    if "|" not in lines[index].text or index + 1 == len(lines):
        return False
    rule = lines[index + 1].text
    return (
        "-" in rule
        and ("|" in rule or lines[index].text.count("|") == 0)
        and _RULE.fullmatch(rule) is not None
        and len(_split(rule)) == len(_split(lines[index].text))
    )


def _find_end(lines: list[_Line], index: int) -> int:
    while index < len(lines) and "|" in lines[index].text and lines[index].text.strip():
        index += 1
    return index


def _split(line: str) -> list[str]:
    """The cells of a row; a bar behind a backslash is a bar in a cell."""
    body = line.strip().removeprefix("|")
    parts = body.split("|") if "\\" not in body else list(_split_escaped(body))
    cells = list(map(str.strip if is_bare(body) else strip_marks, parts))
    return cells[:-1] if len(cells) > 1 and not cells[-1] and body.endswith("|") else cells


def _split_escaped(body: str) -> Iterator[str]:
    start = 0
    while start <= len(body):
        match = _CELL_END.match(body, start)
        end = match.end() if match else start
        if end < len(body) and body[end] == "\\":  # a backslash that ends the line
            end = len(body)
        yield body[start:end]
        start = end + 1


def _heading_of(lines: list[_Line], index: int) -> tuple[str, bool]:
    """The heading that a line is, and whether it is marked as one.

    Text that was pasted loses its marks: a short line by itself that ends no sentence is taken for a heading too.
    """
    text = lines[index].text
    match = _HEADING.fullmatch(text) if "#" in text else None
    if match:
        return strip_marks(match[2].rstrip().rstrip("#")), True
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    underlined = ("=" in below or "-" in below) and _UNDERLINE.fullmatch(below) is not None
    if len(text) > _LONGEST_HEADING or ("|" in text and not underlined) or _NO_HEADING.match(text):
        return "", False
    words = strip_marks(text) if text.strip() else ""
    return (words, underlined) if words and (underlined or words[-1] not in ".!?:;,") else ("", False)
