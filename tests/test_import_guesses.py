"""What an import makes of our own rows, and of stances whose places leave more than one scale possible."""

from itertools import combinations
from pathlib import Path

from negmatrix.model.scales import Levels
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from tests.calling import call, write
from tests.test_import_rows import made

ROWS = "round,issue,party,stance,place,accepts,rejects\n"
WATCHED = """talks: T
parties: {a: A, o: {name: O, role: observer}, m: {name: M, role: mediator}}
issues: {i: I}
positions: {i: {a: One, o: Two, m: Three}}
verdicts: {i: parked}
"""


def test_rows_of_our_own_say_who_only_watches_and_what_was_decided(tmp_path: Path) -> None:
    write(tmp_path / "t.yaml", WATCHED)
    assert call("show", tmp_path / "t.yaml", "-o", tmp_path / "t.csv", "--tidy").code == 0
    text = call("import", tmp_path / "t.csv").out
    assert "\n  o:\n    name: O\n    role: observer\n  m:\n    name: M\n    role: mediator\n" in text
    assert "\n  a: A\n" in text


def test_what_was_decided_on_an_issue_stands_in_any_of_its_rows() -> None:
    assert "\nverdicts:\n  i: parked\n" in made("issue,party,says,verdict\ni,a,Yes,\ni,b,No,parked\n").text


def test_stances_and_places_that_do_not_fit_each_other_give_the_least_and_the_most() -> None:
    text = made(ROWS + "r,i,a,10,0,,\nr,i,b,20,0.1,,\nr,i,c,30,0.9,,\n").text
    assert "range: [10, 30]" in text
    assert "range: [10, 20]" in made(ROWS + "r,i,a,10,0.5,,\nr,i,b,20,0.5,,\n").text


def test_a_level_that_nobody_stands_on_lies_where_somebody_could_accept_it() -> None:
    """`y` is heard of first, and would lie low; but who stands in the middle accepts all from `x` up."""
    text = made(ROWS + "r,i,a,low,0,,y\nr,i,b,middle,0.5,x; high,\nr,i,c,high,1,,\n").text
    assert "levels: [low, x, middle, y, high]" in text


def test_a_level_that_nobody_stands_on_does_not_bar_anybodys_stance() -> None:
    text = made(ROWS + "r,i,a,low,0,,\nr,i,b,middle,0.5,,x; high\nr,i,c,high,1,,\n").text
    assert "levels: [low, level 2, middle, x, high]" in text


def test_of_very_many_positions_only_levels_with_a_place_are_kept() -> None:
    slots = [number for number in range(23) if number != 11]
    rows = [
        f"r,i,p{low}-{high},w{low:02},{low / 22:.12f},w{low:02}; w{high:02}," for low, high in combinations(slots, 2)
    ]
    text = made(ROWS + "\n".join(rows) + "\nr,i,last,w22,1,nowhere; w22,\n").text
    talks = read_talks([SourceText("t.yaml", text)]).talks
    assert talks is not None
    assert isinstance(talks.issues["i"].scale, Levels)
    assert talks.issues["i"].scale.names == tuple(f"w{number:02}" for number in slots)
    assert "note: 'accepts: nowhere; w22'" in text


def test_of_very_many_remarks_each_is_kept_at_its_place() -> None:
    """Cells that say the same share what they come to, up to ten thousand different ones; all others have their own."""
    parties = [f"party-{number}" for number in range(101)]
    rows = [f"Issue {issue}," + ",".join(f"as {party} on {issue}" for party in parties) for issue in range(101)]
    talks = read_talks([SourceText("t.yaml", made("\n".join([",".join(["Issue", *parties]), *rows, ""])).text)]).talks
    assert talks is not None
    said = [[cell.says for cell in row.values()] for row in talks.latest.positions.values()]
    assert said == [[f"as {party} on {issue}" for party in parties] for issue in range(101)]


def test_a_row_of_our_own_that_tells_a_place_alone_states_nothing() -> None:
    head = "round,issue,party,state,carried_from,stance,place,says\n"
    text = made(f"{head}r,i,a,stated,,5,0.5,Five\nr,i,b,,,,0.5,\n").text
    assert "\n    b:" not in text.partition("positions:")[2]


def test_yaml_that_is_no_talks_is_refused(tmp_path: Path) -> None:
    done = call("import", write(tmp_path / "notes.yaml", "notes: none\n"))
    assert done.code == 2
    assert "is YAML and no talks: expected CSV, TSV, XLSX, Markdown or HTML" in done.err


def test_a_party_is_what_is_left_of_its_columns_header() -> None:
    text = made("Issue,Ukraine - position,The view of Russia,d'Italie position\nPay,Yes,No,Oui\n").text
    assert "\n  ukraine: Ukraine\n  russia: Russia\n  italie: Italie\n" in text
