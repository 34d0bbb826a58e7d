"""What is shown of small and odd talks: one party, nothing counted, hardly any ground given, parties outside all blocs."""

from pathlib import Path

import pytest

from tests.calling import SMALL, call, write

TRADE = """talks: Trade
parties: [a, b]
issues: {x: {title: Pay, range: [0, 10]}, y: {title: Nights, range: [0, 10]}}
positions:
  x: {a: {stance: 0, salience: 10}, b: {stance: 10, salience: 90}}
  y: {a: {stance: 0, salience: 90}, b: {stance: 10, salience: 10}}
"""


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Shown":
    monkeypatch.chdir(tmp_path)
    return Shown(tmp_path)


class Shown:
    """What a command prints of a talks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, talks: str, *words: str) -> str:
        write(self.folder / "t.yaml", talks)
        done = call(*words, "--width", "100")
        assert done.code == 0, done.err
        return done.out


def test_what_two_parties_could_trade_stands_below_what_divides_them(shown: Shown) -> None:
    found = shown(TRADE, "trades", "t.yaml")
    below = shown(TRADE, "compare", "a", "b", "t.yaml").partition("Trades\n")[2]
    assert below
    assert below.splitlines()[0] in found


def test_a_report_holds_the_trades(shown: Shown) -> None:
    assert "Trades" in shown(TRADE, "export", "t.yaml", "-f", "terminal")
    assert "Trades" not in shown(TRADE.replace("90", "10"), "export", "t.yaml", "-f", "terminal")


def test_a_report_of_one_party_says_nothing_of_pairs(shown: Shown) -> None:
    alone = "talks: T\nparties: [a]\nissues: {i: {title: I, range: [0, 1]}}\npositions: {i: {a: 1}}\n"
    assert "Who agrees with whom" not in shown(alone, "export", "t.yaml", "-f", "terminal")


def test_a_report_in_which_no_issue_counts_says_so(shown: Shown) -> None:
    nothing = TRADE.replace("range: [0, 10]", "range: [0, 10], weight: 0")
    assert "No issue is counted. On no issue can two parties be compared yet." in shown(
        nothing, "export", "t.yaml", "-f", "terminal"
    )


SETTLED = """talks: T
parties: [a, b]
issues: {i: {title: Quota, range: [0, 1000]}}
rounds:
  r: {positions: {i: {a: 1, b: 1000}}}
  s: {verdicts: {i: {verdict: settled, at: 2}}}
"""


def test_a_ground_of_less_than_a_hundredth_is_not_rounded_away(shown: Shown) -> None:
    (row,) = (
        line for line in shown(SETTLED, "history", "--outcome", "t.yaml").splitlines() if line.startswith(" Quota")
    )
    assert row.endswith("<1% : >99%")


def test_of_who_said_nothing_of_what_was_settled_nothing_is_known(shown: Shown) -> None:
    outcome = shown(SETTLED.replace("[a, b]", "[a, b, c]"), "history", "--outcome", "t.yaml")
    (total,) = (line for line in outcome.splitlines() if line.startswith(" All issues"))
    assert total.split("gave ")[-1].split() == [">99%", "over", "1", "issue", "n/a"]


def test_a_party_that_can_be_compared_with_nobody_is_in_no_bloc(shown: Shown) -> None:
    silent = (
        "talks: T\nparties: [a, b, c, d]\nissues: {i: {title: I, range: [0, 10]}}\npositions: {i: {a: 1, b: 5, d: 9}}\n"
    )
    apart = shown(silent, "pairs", "t.yaml", "--blocs", "--cut", "0.1")
    tree = apart.partition("The tree\n")[2].partition("\n\n")[0].splitlines()[2:]
    assert [line.split()[0] for line in tree] == ["a", "b", "d"]
    assert "In no bloc, since nothing can be compared: c." in apart


def test_what_a_party_gave_is_weighed_by_its_salience_too(shown: Shown) -> None:
    weighed = SETTLED.replace("a: 1, b: 1000", "a: {stance: 0, salience: 50}, b: 1000").replace("at: 2", "at: 500")
    outcome = shown(weighed, "history", "--outcome", "t.yaml")
    assert "gave 50% over 1 issue" in outcome
    assert "50% by its salience, over 1" in outcome


def test_a_public_report_of_what_is_all_internal_has_no_issues(shown: Shown) -> None:
    hidden = TRADE.replace("range: [0, 10]", "range: [0, 10], internal: true")
    report = shown(hidden, "export", "t.yaml", "--public", "-f", "terminal")
    assert "Issue by issue" in report
    assert "Pay" not in report


CROWD = [f"p{number:03}" for number in range(450)]


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_where_a_crowd_moves_on_one_issue_the_few_on_another_are_all_shown(shown: Shown, form: str) -> None:
    def told(step: int) -> str:
        return f"i: {{{', '.join(f'{party}: {number % 50 + step}' for number, party in enumerate(CROWD))}}}, j: {{p000: {step}}}"

    text = (
        f"talks: T\nparties: [{', '.join(CROWD)}]\nissues: {{i: {{title: Pay, range: [0, 60]}}, j: {{title: Nights, range: [0, 9]}}}}\n"
        f"rounds: {{r: {{positions: {{{told(0)}}}}}, s: {{positions: {{{told(9)}}}}}}}\n"
    )
    pay, _, nights = shown(text, "diff", "t.yaml", "-f", form).partition("Nights")
    assert "445 more" in pay
    assert "p000" in nights
    assert "more" not in nights.partition("p000")[2].partition("p000")[0]


def test_what_reads_the_same_before_and_after_is_told_to_have_changed(shown: Shown) -> None:
    told = SMALL.replace("a: 1", "a: {claims: [{stance: 1}, {says: the press}]}")
    write(shown.folder / "old.yaml", told)
    new = told.replace("{says: the press}", "{by: the press}")
    assert "! a: claims changed" in shown(new, "diff", "old.yaml", "t.yaml", "-f", "markdown")
