"""Headings of columns for machines: of one table all alike, no two the same even to one who does not tell capitals."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import ROOT, call
from openpyxl import load_workbook

from tests.drafts import MARKET

WRITERS, PARIS, UKRAINE = (ROOT / "data" / f"{name}.yaml" for name in ("writers", "paris", "ukraine"))
CALLS: tuple[tuple[object, ...], ...] = (
    *((command, talks) for command in ("show", "history", "proposals", "pairs", "export", "list") for talks in (WRITERS, PARIS, UKRAINE)),
    ("show", UKRAINE, "--transpose"),
    ("proposals", MARKET),
    ("trades", MARKET),
    ("export", MARKET),
    ("history", WRITERS, "--outcome"),
    ("issue", "series-room", WRITERS),
    ("pairs", UKRAINE, "--from", "russia"),
    ("compare", "ukraine", "russia", UKRAINE),
    ("diff", f"{WRITERS}@may", f"{WRITERS}@deal"),
)  # fmt: skip
IDS = [" ".join(str(word).rpartition("/")[2] for word in words) for words in CALLS]


def read_heads(*words: object) -> Iterator[list[str]]:
    """The first row of each table of a command's CSV."""
    done = call(*words, "-f", "csv")
    assert (done.code, done.err) == (0, "")
    yield from (next(csv.reader(io.StringIO(part))) for part in done.out.split("\r\n\r\n") if part)


@pytest.mark.parametrize("words", CALLS, ids=IDS)
def test_headings_of_csv_are_there_and_differ(words: tuple[object, ...]) -> None:
    for head in read_heads(*words):
        assert all(head)
        assert len({name.casefold() for name in head}) == len(head), head


OWN = frozenset(
    {"least", "least_fit", "red_lines", "verdict", "agreement", "trend", "blocked_by", "meet", "own_stance"}
)


@pytest.mark.parametrize("words", CALLS, ids=IDS)
def test_labels_and_names_of_fields_are_not_mixed(words: tuple[object, ...]) -> None:
    for head in read_heads(*words):
        if head[0][0].isupper():
            assert OWN.isdisjoint(head), head


@pytest.mark.parametrize("words", CALLS, ids=IDS)
def test_headings_of_workbooks_are_there_and_differ(words: tuple[object, ...], tmp_path: Path) -> None:
    assert call(*words, "-o", tmp_path / "book.xlsx").code == 0
    for sheet in load_workbook(tmp_path / "book.xlsx").worksheets:
        head = [field.value for field in next(sheet.iter_rows())]
        if sheet.title != "Notes":
            assert all(head), sheet.title
            assert len({str(name).casefold() for name in head}) == len(head), (sheet.title, head)


def test_no_column_of_a_history_is_empty_to_machines() -> None:
    for part in call("history", WRITERS, "-f", "csv").out.split("\r\n\r\n"):
        columns = list(zip(*csv.reader(io.StringIO(part)), strict=True))
        assert all(any(column[1:]) for column in columns)
