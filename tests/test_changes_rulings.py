"""Verdicts, issues, parties and proposals that come, change and go."""

from fractions import Fraction

from negmatrix.analysis.changes import Kind
from tests.changing import FILE, TOP, cell, files, rounds, short


def test_verdicts_settled_parked_reopened_and_changed() -> None:
    first = """
        positions:
          nights: {city: 4, port: 10, union: 2}
          crane: {city: for, port: for}
        verdicts: {name: settled, fee: partial, crane: divergent}
    """
    second = """
        verdicts:
          nights: {verdict: settled, at: 6, says: six, over: [union]}
          crane: {verdict: parked, to: spring}
          name: open
          fee: {verdict: divergent, label: red}
    """
    changes = rounds(first, second)
    told = {change.issue: change for change in changes.changes if change.party is None}
    assert {issue: change.kind for issue, change in told.items()} == {
        "nights": Kind.SETTLED,
        "crane": Kind.PARKED,
        "name": Kind.REOPENED,
        "fee": Kind.VERDICT,
    }
    settled = told["nights"]
    assert (settled.before, settled.after, settled.at, settled.over, settled.words_after) == (
        "partial",
        "settled",
        "6",
        ("union",),
        "six",
    )
    assert [tuple(ground) for ground in settled.ground] == [
        ("city", "4", 2, Fraction(1, 10)),
        ("port", "10", -4, Fraction(-1, 5)),
        ("union", "2", 4, Fraction(1, 5)),
    ]
    assert (told["crane"].to, told["fee"].label) == ("spring", "red")
    assert (changes.summary.settled, changes.summary.parked, changes.summary.reopened) == (1, 1, 1)


def test_a_settlement_between_some_is_told_beside_the_word_of_the_whole() -> None:
    first = cell("nights", "{city: 0, port: 20, union: 20}")
    second = "verdicts: {nights: {verdict: settled, at: 6, between: [city, port]}}"
    changes = rounds(first, second)
    assert short(changes, "before", "after", "between") == [
        ("verdict changed", "divergent", "partial", ()),
        ("settled", None, "settled", ("city", "port")),
    ]
    assert changes.summary.settled == 0
    assert [ground.party for ground in changes.changes[1].ground] == ["city", "port"]


def test_new_terms_under_the_same_word() -> None:
    first = "verdicts: {nights: {verdict: settled, at: 6}}"
    changes = rounds(first, "verdicts: {nights: {verdict: settled, at: 7}}")
    assert short(changes, "before", "after", "at") == [("verdict changed", "settled", "settled", "7")]
    assert rounds(first, first).changes == ()


def test_issues_raised_and_parties_heard_and_gone() -> None:
    changes = rounds(cell("nights", "{city: 4, port: 5}"), cell("crane", "{union: for, city: open}"))
    assert short(changes, "issue", "party")[:2] == [("first heard", None, "union"), ("raised", "crane", None)]
    gone = rounds(cell("nights", "{city: 4, port: 5}"), cell("nights", "{city: withdrawn}"))
    assert short(gone, "party") == [("left", "city"), ("verdict changed", None), ("withdrawn", "city")]


def test_without_carrying_what_is_not_written_again_is_no_longer_recorded() -> None:
    top = TOP + "carry_forward: false\n"
    changes = rounds(cell("nights", "{city: 4, port: 5}"), cell("nights", "{port: 5}"), top)
    assert short(changes, "party") == [
        ("verdict changed", None),
        ("no longer recorded", "city"),
        ("confirmed", "port"),
    ]


def test_proposals_tabled_and_overtaken() -> None:
    top = TOP + (
        "proposals:\n  draft: {title: Draft, round: april, status: adopted}\n  old: {title: Old, until: april}\n"
    )
    changes = rounds("", "", top)
    assert short(changes, "proposal", "before", "after") == [
        ("proposal tabled", "draft", None, "Draft"),
        ("proposal overtaken", "old", "Old", None),
    ]


def test_proposals_change_their_status_terms_and_details_between_files() -> None:
    proposal = "proposals: {draft: {title: Draft, status: %s, terms: {nights: %s, %s}}}\n"
    changes = files(FILE + proposal % ("tabled", "4", "crane: for"), FILE + proposal % ("rejected", "6", "name: north"))
    assert short(changes, "issue", "before", "after") == [
        ("proposal status changed", None, "tabled", "rejected"),
        ("proposal terms changed", "nights", "4", "6"),
        ("proposal terms changed", "crane", "for", None),
        ("proposal terms changed", "name", None, "north"),
    ]


def test_issues_and_parties_that_come_and_go_between_files() -> None:
    old = FILE.replace("union: Union, ", "").replace(", union: open", "")
    new = FILE.replace("  crane: {title: Crane, levels: [against, open, for]}\n", "")
    new = new.replace(", crane: {city: for, union: open}", "")
    changes = files(old, new)
    assert short(changes, "issue", "party") == [
        ("joined", None, "union"),
        ("issue dropped", "crane", None),
        ("no longer recorded", "crane", "city"),
    ]
    back = files(new, old)
    assert short(back, "issue", "party") == [
        ("left", None, "union"),
        ("issue added", "crane", None),
        ("stated", "crane", "city"),
    ]
    assert (changes.issues[-1].id, changes.issues[-1].verdict_after) == ("crane", None)


def test_on_a_dropped_issue_nobody_came_closer() -> None:
    first = """
        positions: {nights: {city: 0, port: 10, union: 20}, crane: {city: against, port: for}}
        verdicts: {crane: dropped, nights: {verdict: dropped, between: [city, union]}}
    """
    second = "positions: {nights: {city: 10}, crane: {city: for}}"
    changes = rounds(first, second)
    moves = {change.issue: change for change in changes.changes if change.kind is Kind.MOVED}
    assert (moves["crane"].toward, moves["crane"].approach) == ((), None)
    assert (moves["nights"].toward, moves["nights"].approach) == (("port",), Fraction(1, 2))
    assert [one for one in changes.concessions if one.party == "city"] == [("city", Fraction(1), 1)]
