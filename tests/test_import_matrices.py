"""The matrices that negmatrix writes come back through `import`: issues, parties, topics and words, without what it measured."""

from pathlib import Path

import pytest
from calling import call, write

from negmatrix.importing.matrices import MARKS
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.writers.signs import MARKS as WRITTEN
from tests.importing import made

ROOT = Path(__file__).parent.parent
UKRAINE = ROOT / "data" / "ukraine.yaml"
SAID = """talks: Pier
parties: {city: City, view: View of the bay, port: Port}
issues:
  pay: {title: Pay, topic: Labour, options: [more, less]}
  crane: {title: Crane, topic: Works}
  name: {title: Name, topic: Works}
positions:
  pay: {city: {stance: more, says: "Why not [twice]?", fixed: true, confidence: low}, view: less, port: n/a}
  crane: {city: {state: withdrawn, note: Gone}, view: Two cranes, port: None at all}
"""


def test_signs_are_those_of_the_writers() -> None:
    assert set(MARKS) == set(WRITTEN.values())


@pytest.mark.parametrize("command", [("export",), ("show",), ("show", "--transpose"), ("show", "--sources")])
@pytest.mark.parametrize("ending", ["md", "html", "xlsx"])
def test_the_matrix_of_a_report_comes_back(tmp_path: Path, command: tuple[str, ...], ending: str) -> None:
    before = read_talks([SourceText("t.yaml", UKRAINE.read_text(encoding="utf-8"))]).talks
    assert before is not None
    assert call(*command, UKRAINE, "-o", tmp_path / f"r.{ending}").code == 0
    done = call("import", tmp_path / f"r.{ending}")
    after = read_talks([SourceText("r.yaml", done.out)]).talks
    assert after is not None
    assert [party.name for party in after.parties.values()] == [party.name for party in before.parties.values()]
    assert [issue.title for issue in after.issues.values()] == [issue.title for issue in before.issues.values()]
    if "--transpose" not in command:
        assert [issue.topic for issue in after.issues.values()] == [issue.topic for issue in before.issues.values()]
    assert "it is a matrix of negmatrix: signs, agreement, counts" in done.err
    positions = done.out.partition("\npositions:\n")[2]
    assert "us: Confirmed\n" in positions.replace("united-states", "us")
    assert not [mark for mark in set(MARKS) - set("?–…") if mark in positions]
    assert "[" not in positions


@pytest.mark.parametrize("ending", ["md", "html", "xlsx"])
def test_what_a_sign_says_alone_comes_back(tmp_path: Path, ending: str) -> None:
    write(tmp_path / "t.yaml", SAID)
    call("show", tmp_path / "t.yaml", "--sources", "-o", tmp_path / f"r.{ending}")
    text = call("import", tmp_path / f"r.{ending}").out
    assert "parties:\n  city: City\n  view-of-the-bay: View of the bay\n  port: Port\n" in text
    positions = text.partition("\npositions:\n")[2]
    assert "    port: n/a\n" in positions
    assert "    city: withdrawn\n" in positions
    assert "Why not [twice]?\n" in positions
    assert "  name:" not in positions


def test_a_column_of_issues_at_the_left_is_preferred() -> None:
    rounds = "| Round | Issues | Stances kept |\n|---|---|---|\n| May | all | 3 |\n"
    matrix = "| No | Issue | Ann | Bob |\n|---|---|---|---|\n| 1 | Quota | high | low |\n"
    for page in (f"{rounds}\n{matrix}", f"{matrix}\n{rounds}"):
        assert "parties:\n  ann: Ann\n  bob: Bob\n" in made(page, "x.md").text


def test_what_only_looks_like_a_matrix_of_ours_keeps_its_columns() -> None:
    report = made("Issue,A,B,Agreement,Parties\nQuota,1,2,green,3\nFleet [1],x ?,y,red,2\n").report
    assert "verdict from the column 'Agreement'" in report
    page = "| Issue | A | B | Agreement |\n|---|---|---|---|\n| Quota | yes ■ | no | ● aligned |\n"
    assert "    a: yes ■\n" in made(page, "x.md", columns={"Agreement": "note"}).text
