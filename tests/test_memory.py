"""How much is held while files are read that are made to take a lot of room: it grows no faster than they do."""

import gc
import io
import tracemalloc
from collections.abc import Callable
from typing import TypeVar

import openpyxl
import pytest

from negmatrix import diagnostics
from negmatrix.checks import check_talks
from negmatrix.diagnostics import Problems, Severity, error, fold_repeats, warning
from negmatrix.importing import import_file, xlsx
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Span
from negmatrix.syntax import building

HEAD = "talks: T\nparties: {a: A, b: B}\nissues: {i: {title: I, levels: [x, y, z]}}\n"
CELL = HEAD + "positions:\n  i:\n    a: "
ROWS = HEAD + "positions:\n"
SMALL, LARGE = 10_000, 20_000
"""Characters of two files."""

MOST_TIMES = 20
"""How many bytes more may be held for each byte that a file has more."""

DENSE = {
    "a list at the top": ("[", "a,", "]"),
    "a list in a field": (HEAD + "about: [", "a,", "]"),
    "a long acceptance": (CELL + "{accepts: [", "x,", "]}"),
    "many short acceptances": (CELL + "\n", "    - {accepts: [x,y]}\n", ""),
    "successive positions": (CELL + "[", "x,", "]"),
    "empty mappings": ("{", "a: {}, ", "}"),
    "empty mappings by name": ("{", "k{n}: {{}}, ", "}"),
    "empty lists": ("[", "[],", "]"),
    "lists of one": ("[", "[a],", "]"),
    "keys without values": (ROWS + "  {i: {", "a,", "}}"),
    "many keys without values": (ROWS + "  i: {", "{n:x}, ", "}"),
    "positions without values": (ROWS + "  i:\n", "    {n:x}:\n", ""),
    "deep lists": ("talks: [", "[" * 28 + "]" * 28 + ",", "]"),
    "deep mappings": ("talks: [", "{{a: " * 28 + "b" + "}}" * 28 + ", ", "]"),
    "aliases": ("a: &x b\nc: [", "*x, ", "]"),
    "anchors": ("[", "&x a, ", "]"),
    "tags": ("[", "!t a, ", "]"),
    "merge keys": ("[", "<<: a, ", "]"),
    "lists as keys": ("[", "[a]: b, ", "]"),
    "one letter as a field": ("talks: T\n", "a: b\n", ""),
    "unknown fields": ("talks: T\n", "k{n}: 1\n", ""),
    "parties": ("talks: T\nissues: [i]\nparties: [", "{n:x}, ", "]"),
    "parties without names": ("talks: T\nissues: [i]\nparties:\n", "  {n:x}:\n", ""),
    "issues": ("talks: T\nparties: [a]\nissues: [", "{n:x}, ", "]"),
    "levels": ("talks: T\nparties: [a]\nissues: {i: {levels: [", "{n:x}, ", "]}}"),
    "one option": ("talks: T\nparties: [a]\nissues: {i: {options: [", "x,", "]}}"),
    "unknown parties": (ROWS + "  i:\n", "    {n:x}: x\n", ""),
    "unknown issues": (ROWS, "  {n:x}: {{a: x}}\n", ""),
    "a party again and again": (ROWS + "  i:\n", "    a: x\n", ""),
    "rounds": (HEAD + "rounds:\n", "  r{n:x}: {{positions: {{i: {{a: x}}}}}}\n", ""),
    "empty rounds": (HEAD + "rounds:\n", "  {n:x}: {{}}\n", ""),
    "sources": (HEAD + "sources:\n", "  {n:x}: s\n", ""),
    "tables": (HEAD + "tables: [", "[a,b],", "]"),
    "verdicts": (ROWS + "  i: {a: x}\nverdicts: {i: [", "settled,", "]}"),
    "no verdicts": (ROWS + "  i: {a: x}\nverdicts: {i: [", "x,", "]}"),
    "aliases of a party": ("talks: T\nissues: [i]\nparties: {a: {aliases: [", "{n:x}, ", "]}}"),
    "terms": (HEAD + "proposals: {p: {terms: {", "{n:x}: x, ", "}}}"),
    "events": (HEAD + "rounds: {r: {positions: {i: {a: x}}, events: [", "{{what: x}}, ", "]}}"),
    "claims": (CELL + "{claims: [", "{{stance: x}}, ", "]}"),
    "blank lines": ("talks: T\n", "\n", ""),
    "carriage returns": ("talks: T\r", "\r", ""),
    "comments": ("talks: T\n", "#\n", ""),
    "texts that are cut": ("talks: T\nx:\n", "- a b #c\n", ""),
    "escapes": ("[", '"\\x07",', "]"),
    "one text": ("talks: ", "a ", ""),
}  # fmt: skip


def make(head: str, unit: str, tail: str, size: int) -> str:
    """A text of about a size, of a unit again and again, with its number in it where it asks for one."""
    if "{n" not in unit:
        return head + unit.replace("{{", "{").replace("}}", "}") * (size // len(unit)) + tail
    count = size // len(unit.format(n=size // 10))
    return head + "".join(unit.format(n=number) for number in range(count)) + tail


def read(text: str) -> None:
    talks, problems = read_talks([SourceText("t", text)])
    fold_repeats(problems + (check_talks(talks) if talks else []))


Given = TypeVar("Given")


def measure_peak(run: Callable[[Given], None], text: Given) -> int:
    """The most bytes that are held beyond the text itself."""
    gc.collect()
    tracemalloc.start()
    try:
        run(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("parts", DENSE.values(), ids=DENSE)
def test_what_reading_holds_grows_with_the_file(parts: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits are set so low that files of this size run into them, as files of megabytes do."""
    monkeypatch.setattr(diagnostics, "MOST_OF_A_CODE", 50)
    monkeypatch.setattr(building, "MAX_VALUES", 150)
    monkeypatch.setattr(building, "_SHARED", 100)
    small, large = (make(*parts, size) for size in (SMALL, LARGE))
    more = measure_peak(read, large) - measure_peak(read, small)
    assert more <= MOST_TIMES * (len(large) - len(small))


def test_problems_beyond_the_most_of_a_code_are_counted() -> None:
    """Each code by itself, so that no error hides behind warnings."""
    source = SourceText("t", "x" * 30)
    problems = Problems()
    most = diagnostics.MOST_OF_A_CODE
    problems += [warning("text-cut", "cut", Span(source, 0, 1))] * (most + 7)
    assert problems.full("text-cut")
    problems.append(error("alias", "an alias", Span(source, 5, 6)))
    problems += [error("anchor", "an anchor", Span(source, at % 30, at % 30 + 1)) for at in range(most)]
    told = problems.told()
    assert len(told) == 2 * most + 2
    assert [problem.at.start for problem in told if problem.code == "alias"] == [5]
    last = told[-1]
    assert (last.code, last.severity, last.at.start) == ("text-cut", Severity.WARNING, 0)
    assert last.message.startswith("7 more of these")


BYTES_OF_A_CELL = 600
"""How much may be held for each cell of a table that is imported, its line in the talks included."""


@pytest.mark.parametrize("word", ["x", "word {n}"], ids=["one word", "many words"])
@pytest.mark.parametrize("kind", ["csv", "tsv", "markdown", "html", "xlsx"])
def test_what_an_import_holds_grows_with_the_cells(kind: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_LOADED", 0)
    run = import_content(kind)
    run(make_content(kind, word, 2))  # what is loaded for the first import is not counted
    small, large = (measure_peak(run, make_content(kind, word, rows)) for rows in (110, 160))
    assert large - small <= BYTES_OF_A_CELL * 50 * COLUMNS


COLUMNS = 40


def make_content(kind: str, word: str, rows: int) -> bytes:
    """A table of issues by parties."""
    grid = [["Issue", *(f"party {column}" for column in range(COLUMNS))]]
    grid += [
        [f"issue {row}", *(word.format(n=row * COLUMNS + column) for column in range(COLUMNS))] for row in range(rows)
    ]
    if kind == "html":
        page = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in grid) + "</table>"
        return page.encode()
    if kind == "xlsx":
        return make_book(grid)
    if kind == "markdown":
        grid.insert(1, ["-"] * len(grid[0]))
    return "\n".join({"csv": ",", "tsv": "\t"}.get(kind, "|").join(row) for row in grid).encode()


def make_book(grid: list[list[str]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in grid:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def import_content(kind: str) -> Callable[[bytes], None]:
    def run(content: bytes) -> None:
        import_file(content, f"x.{kind}")

    return run
