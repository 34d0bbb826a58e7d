"""A report of many parties, and of two that cannot be compared: what is cut, what is left out, and that both are said."""

from pathlib import Path

import pytest

from tests.calling import call, write

PARTIES = [f"p{number:02}" for number in range(12)]
FEW = "talks: Few\nparties: [a, b]\nissues: [i]\npositions: {i: {a: One, b: Two}}\n"


def many() -> str:
    """Twelve parties spread evenly over one issue, further apart in the second round, and one that is silent."""

    def spread(step: int) -> str:
        told = ", ".join(f"{party}: {number * step}" for number, party in enumerate(PARTIES[1:], 1))
        return f"{{p00: {{stance: 0, depends_on: j}}, {told}}}"

    rounds = "".join(
        f"  {name}:\n    positions:\n      i: {spread(step)}\n      j: {{p00: 5, p01: 90}}\n      z: {{p00: 1, p01: 2}}\n"
        for name, step in (("may", 1), ("june", 7))
    )
    return (
        f"talks: Many\nparties: [{', '.join(PARTIES)}, silent]\nissues:\n  i: {{title: Pay, range: [0, 100]}}\n"
        "  j: {title: Nights, range: [0, 100]}\n  k: {title: Crane}\n  z: {title: Aside, range: [0, 100], weight: 0}\n"
        f"rounds:\n{rounds}"
    )


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "many.yaml", many())
    write(tmp_path / "few.yaml", FEW)


def report(name: str) -> str:
    return call("export", name, "-f", "terminal", "--width", "200").out


def test_of_many_pairs_the_two_ends_are_listed_and_the_rest_counted() -> None:
    told = report("many.yaml")
    assert "Of 66 pairs, the 20 that agree most and the 20 that agree least." in told
    assert "12 of 78 pairs share no issue on which both have a stance." in told
    listed = told.partition("Agreement of pairs")[2].partition("\n\n")[0]
    assert sum(" – " in line for line in listed.splitlines()) == 40
    assert listed.index("p01 – p02") < listed.index("p00 – p11")


def test_what_is_not_counted_and_what_is_waited_for_is_said() -> None:
    told = report("many.yaml")
    assert "Of 4 issues: 1 partial, 1 divergent, 1 open; 1 more is shown and not counted (weight 0)." in told
    assert "Agreement over all is 42%, on 2 of 3 issues." in " ".join(told.split())
    assert "waits for Nights, still divergent" in told


def test_where_nobody_can_be_compared_it_is_said_and_no_number_shown() -> None:
    told = report("few.yaml")
    assert "Of 1 issue: 1 open. On no issue can two parties be compared yet." in told
    assert "Who agrees with whom\nNo two parties can be compared yet.\n" in told
    assert "%" not in told.partition("Positions and agreement")[2].partition("Issue by issue")[0]


def test_a_history_of_many_pairs_shows_those_that_changed_most() -> None:
    told = call("history", "many.yaml", "--width", "200").out
    _, found, table = told.partition("Agreement of each pair, and over how many issues: the 20 of 78 that changed most")
    assert found
    rows = [line for line in table.partition("\n\n")[0].splitlines() if " – " in line]
    assert len(rows) == 20
    assert rows[0].split()[:3] == ["p00", "–", "p11"]
    assert not any("silent" in row for row in rows)
