"""Rows of our own, one for each cell, come back as the cells that they were."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negmatrix.analysis.entries import Entry, enter
from negmatrix.analysis.matrix import measure_matrix
from negmatrix.checks.moves import check_fixed_kept
from negmatrix.diagnostics import Severity
from negmatrix.formulas import defuse
from negmatrix.importing import import_file
from negmatrix.model.positions import Claim, Position
from negmatrix.model.standing import all_standing
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from negmatrix.writers.csv_tidy import write_tidy
from negmatrix.writers.json import encode
from tests.generated import generated_talks
from tests.reports import check_text

DATA = sorted((Path(__file__).parent.parent / "data").glob("*.yaml"))
COLUMNS = (
    "talks", "round", "issue", "title", "topic", "party", "state", "stance", "place", "says", "accepts", "rejects",
    "fixed", "red_line", "salience", "interest", "depends_on", "by", "confidence", "disputed", "source", "date",
    "carried_from", "internal", "note", "claims",
)  # fmt: skip


def read(text: str) -> Talks:
    found = read_talks([SourceText("talks.yaml", text)]).talks
    assert found is not None
    return found


def entries(talks: Talks) -> Iterator[tuple[str, str, Entry]]:
    """Every cell of every round: its round, its issue and what stands in it."""
    for index, standing in enumerate(all_standing(talks)):
        for issue in talks.issues.values():
            for party in talks.parties.values():
                cell = standing.cell(issue.id, party.id)
                yield standing.round.id, issue.id, enter(talks, party.id, cell, issue.scale, index, keeps=False)


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


def lines_of(entry: Entry) -> tuple[object, ...]:
    """What must come back of a cell."""
    return (
        entry.party, entry.state, entry.stance, entry.says, entry.accepts, entry.rejects, entry.fixed, entry.red_line,
        entry.salience, entry.interest, entry.depends_on, entry.by, entry.confidence, entry.disputed, entry.source,
        entry.date, entry.carried_from, entry.internal, entry.note, accounts_of(entry),
    )  # fmt: skip


def accounts_of(entry: Entry) -> tuple[object, ...]:
    """Rival accounts, without their places on a scale; a single one is the position itself."""
    return tuple(account._replace(place=None) for account in entry.claims) if len(entry.claims) > 1 else ()


def test_what_a_party_accepts_lies_where_it_did() -> None:
    """A level that nobody stands on goes to the side that the words show."""
    talks = read((DATA[0].parent / "paris.yaml").read_text(encoding="utf-8"))
    text = import_file(tidy(talks), "tidy.csv").text
    assert "levels: [level 1, ease on conditions, ease with progress" in text


def faults(text: str) -> list[str]:
    return [problem.message for problem in check_text(text) if problem.severity is not Severity.NOTE]


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


CLAIMED = """talks: Quota
sources: {minutes: Minutes, leak: Leak, press: Press}
parties: [coast, union, north]
issues:
  quota: {title: Quota, range: [0, 100], unit: kt}
  ban: {title: Ban, levels: [never, in spring, always]}
  mark: {title: Mark, options: [fish, ship, wave]}
  apology: Apology
rounds:
  one:
    source: minutes
    positions:
      quota:
        coast: 10
        north: 90
        union:
          claims:
            - {stance: 30, says: Thirty, by: Its speaker, source: minutes p. 2, confidence: high}
            - {stance: 45.5, says: "More; or less", by: A journalist, source: [leak, press], date: 2026-02, internal: true, note: |-
                Two
                lines}
          accepts: [0, 65]
          salience: 40
          source: press
      ban: {coast: never, north: always, union: {claims: [{stance: in spring}, {says: Always, source: leak}]}}
      mark: {coast: fish, union: {claims: [{stance: ship, source: leak}, {stance: wave}, {says: None}]}}
      apology: {union: {claims: [{says: Yes}, {says: No, by: "=1+1"}]}}
  two:
    source: leak
    positions:
      quota: {union: {salience: 50, says: Still}}
      ban: {union: {claims: [{stance: in spring}, {stance: always, source: leak}]}}
      mark: {union: ship}
"""


def test_rival_accounts_come_back_with_all_that_they_say() -> None:
    talks = read(CLAIMED.replace("|-\n                Two\n                lines", '"Two\\nlines"'))
    file = io.StringIO(newline="")
    write_tidy([measure_matrix(talks, standing, talks) for standing in all_standing(talks)], file)
    imported = import_file(file.getvalue().encode(), "tidy.csv")
    assert faults(imported.text) == []
    again = read(imported.text)
    for before, after in zip(entries(talks), entries(again), strict=True):
        assert (*before[:2], lines_of(before[2])) == (*after[:2], lines_of(after[2]))
    assert [len(entry.claims) for _, _, entry in entries(again) if entry.claims] == [2, 2, 3, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("claims", "written"),
    [
        ("[", "note: 'claims: ['"),
        ('[{"stance": 1}, 2]', "note: 'claims: [{"),
        ('[{"stance": 1}, {"says": {}}]', "note: 'claims: [{"),
        ('[{"stance": 1}, {}]', "note: 'claims: [{"),
        ('[{"stance": 1}, {"else": 1}]', "note: 'claims: [{"),
        ('[{"stance": 1}]', "a: 1"),
        ('[{"stance": 1}, {"stance": 3, "date": "soon"}]', "note: 'date: soon'"),
    ],
)
def test_what_is_no_list_of_accounts_is_kept_as_a_note(claims: str, written: str) -> None:
    head = "issue,party,state,stance,says,carried_from,claims\n"
    row = f'x,a,stated,1,,,"{claims.replace(chr(34), chr(34) * 2)}"\nx,b,stated,2,,,\n'
    imported = import_file((head + row).encode(), "tidy.csv")
    assert written in imported.text
    assert faults(imported.text) == []


def test_accounts_of_a_cell_that_does_not_apply_are_a_note() -> None:
    claims = '[{""says"": ""One""}, {""says"": ""Two""}]'
    text = f'issue,party,state,stance,says,carried_from,claims\nx,a,n/a,,,,"{claims}"\nx,b,stated,2,,,\n'
    imported = import_file(text.encode(), "tidy.csv")
    assert "state: n/a" in imported.text
    assert faults(imported.text) == []
