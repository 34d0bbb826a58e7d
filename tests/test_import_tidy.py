"""Rows of our own, one for each cell, come back as the cells that they were."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negmatrix.analysis.entries import Entry
from negmatrix.checks.moves import check_fixed_kept
from negmatrix.formulas import defuse
from negmatrix.importing import import_file
from negmatrix.model.positions import Claim, Position
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from negmatrix.writers.json import encode
from tests.generated import generated_talks
from tests.tidying import entries, faults, lines_of, read

DATA = sorted((Path(__file__).parent.parent / "data").glob("*.yaml"))
COLUMNS = (
    "talks", "round", "issue", "title", "topic", "party", "state", "stance", "place", "says", "accepts", "rejects",
    "fixed", "red_line", "salience", "interest", "depends_on", "by", "confidence", "disputed", "source", "date",
    "carried_from", "internal", "note", "claims",
)  # fmt: skip


def tidy(talks: Talks, rounds: frozenset[str] | None = None) -> bytes:
    """The rows of some rounds, or of all, as CSV."""
    file = io.StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for round_, issue, entry in entries(talks):
        if rounds is None or round_ in rounds:
            about = talks.issues[issue]
            rows.writerow([talks.title, round_, issue, about.title, about.topic or "", *cells(entry)])
    return file.getvalue().encode()


def cells(entry: Entry) -> list[str]:
    place = "" if entry.place is None else str(round(float(entry.place), 12)).removesuffix(".0")
    values = (
        entry.party, entry.state, entry.stance, place, entry.says, entry.accepts, entry.rejects, entry.fixed,
        entry.red_line, entry.salience, entry.interest, entry.depends_on, entry.by, entry.confidence, entry.disputed,
        entry.source, entry.date, entry.carried_from, entry.internal, entry.note,
    )  # fmt: skip
    return [*map(bare, values), json.dumps(encode(entry.claims), ensure_ascii=False) if entry.claims else ""]


def bare(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return defuse("" if value in (None, False) else "true" if value is True else str(value))


def test_what_a_party_accepts_lies_where_it_did() -> None:
    """A level that nobody stands on goes to the side that the words show."""
    talks = read((DATA[0].parent / "paris.yaml").read_text(encoding="utf-8"))
    text = import_file(tidy(talks), "tidy.csv").text
    assert "levels: [level 1, ease on conditions, ease with progress" in text


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_tidy_rows_of_all_rounds_give_the_same_cells(path: Path) -> None:
    talks = read(path.read_text(encoding="utf-8"))
    imported = import_file(tidy(talks), "tidy.csv")
    assert faults(imported.text) == []
    again = read(imported.text)
    assert list(again.rounds) == list(talks.rounds)
    assert list(again.issues) == list(talks.issues)
    assert (again.title, list(again.parties)) == (talks.title, list(talks.parties))
    for before, after in zip(entries(talks), entries(again), strict=True):
        assert (*before[:2], lines_of(before[2])) == (*after[:2], lines_of(after[2]))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_tidy_rows_of_all_rounds_give_the_same_places(path: Path) -> None:
    """Where at least two stances tell how long a scale is, they stand as far along it as they did."""
    talks = read(path.read_text(encoding="utf-8"))
    again = read(import_file(tidy(talks), "tidy.csv").text)
    for before, after in zip(entries(talks), entries(again), strict=True):
        assert (before[2].place is None) == (after[2].place is None)
        if before[2].place is not None and after[2].place is not None:
            assert abs(before[2].place - after[2].place) < Decimal("1e-6")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_tidy_rows_of_the_latest_round_alone_keep_where_they_are_carried_from(path: Path) -> None:
    talks = read(path.read_text(encoding="utf-8"))
    latest = talks.latest.id
    imported = import_file(tidy(talks, frozenset({latest})), "tidy.csv")
    assert faults(imported.text) == []
    wanted = [(issue, lines_of(entry)) for round_, issue, entry in entries(talks) if round_ == latest]
    found = [(issue, lines_of(entry)) for round_, issue, entry in entries(read(imported.text)) if round_ == latest]
    assert wanted == found


SENTENCES = st.text("abü:#-'\"[]{},&*!|>%@`n/ \n", min_size=1, max_size=12).filter(
    lambda text: text.strip() == text and not text.isspace()
)


@st.composite
def told_claims(draw: st.DrawFn, position: Position) -> dict[str, object]:
    """Rival accounts that say more, the first one with the position's own words."""
    if not position.claims:
        return {}
    words = st.none() | SENTENCES.map(Text)
    claims = tuple(
        claim._replace(
            says=draw(words) or claim.says,
            by=draw(words),
            note=draw(words),
            date=draw(st.sampled_from([None, Text("2026-01"), Text("2026-01-02/2026-02-03")])),
            confidence=draw(st.sampled_from([None, Text("low")])),
            internal=draw(st.booleans()),
        )
        for claim in (*position.claims, Claim(says=Text("in words")))
    )
    return {"claims": claims, "says": claims[0].says}


@st.composite
def told_talks(draw: st.DrawFn) -> Talks:
    """Made-up talks whose cells say more: fixed positions, red lines, interests, notes, words in any form."""
    talks = draw(generated_talks(ruled=False))
    rounds = {
        name: round_._replace(
            positions={
                issue: {
                    party: position._replace(
                        fixed=draw(st.sampled_from([None, None, True])) if position.stance else None,
                        red_line=Text(line) if (line := draw(st.none() | SENTENCES)) and position.stated else None,
                        interest=Text(line) if (line := draw(st.none() | SENTENCES)) and position.stated else None,
                        note=Text(line) if (line := draw(st.none() | SENTENCES)) else None,
                        says=Text(draw(SENTENCES)) if position.says else None,
                        internal=draw(st.booleans()),
                    )._replace(**draw(told_claims(position)))
                    for party, position in row.items()
                }
                for issue, row in round_.positions.items()
            }
        )
        for name, round_ in talks.rounds.items()
    }
    return talks._replace(rounds=rounds, carry_forward=draw(st.booleans()))


@given(told_talks())
def test_tidy_rows_of_made_up_talks_give_the_same_cells(talks: Talks) -> None:
    assume(not list(check_fixed_kept(talks._replace(carry_forward=True))))
    imported = import_file(tidy(talks), "tidy.csv")
    assert faults(imported.text) == []
    for before, after in zip(entries(talks), entries(read(imported.text)), strict=True):
        assert (*before[:2], lines_of(before[2])) == (*after[:2], lines_of(after[2]))
