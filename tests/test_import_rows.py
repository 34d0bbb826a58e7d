"""Rows of positions that somebody else wrote: what does not fit the format is kept as a note, and told."""

from negmatrix.diagnostics import Severity
from negmatrix.importing import Imported, import_file
from tests.reports import check_text

HEAD = "round,issue,party,state,stance,accepts,rejects,fixed,depends_on,says,note\n"


def made(text: str) -> Imported:
    imported = import_file(text.encode(), "x.csv")
    assert [problem.message for problem in check_text(imported.text) if problem.severity is not Severity.NOTE] == []
    return imported


def test_what_is_accepted_stands_on_the_scale_or_in_the_note() -> None:
    imported = made(
        HEAD
        + "r,quota,a,,40,30; 50,,,,,\nr,quota,b,,70,10; 20,60; 80,,,,so\nr,quota,c,,50,1; 2; 3,50; 90,,,,\n"
        + "r,quota,d,,,20,,,,,\n"
    )
    assert "    a:\n      stance: 40\n      accepts: [30, 50]\n" in imported.text
    assert (
        "    b:\n      stance: 70\n      note: |-\n        so\n        accepts: 10; 20\n        rejects: 60; 80\n"
        in imported.text
    )
    assert "    c:\n      stance: 50\n      rejects: [50, 90]\n      note: 'accepts: 1; 2; 3'\n" in imported.text
    assert "    d:\n      accepts: [20, 20]\n" in imported.text


def test_options_are_accepted_as_they_are_listed() -> None:
    imported = made(HEAD + "r,name,a,,Pier,Pier; Dock; Key,,,,,\nr,name,b,,Dock,Pier,unknown,,,,\n")
    assert "options: [Pier, Dock, Key]  # proposed by import: confirm" in imported.text
    assert "accepts: [Pier, Dock, Key]" in imported.text
    assert "      note: |-\n        accepts: Pier\n        rejects: unknown\n" in imported.text


def test_states_leave_no_stance_and_fixed_no_acceptance() -> None:
    imported = made(HEAD + "r,quota,a,withdrawn,40,,,,,gone,\nr,quota,b,,50,40; 60,,yes,,,\nr,quota,c,,45,,,x,,,\n")
    assert "    a:\n      state: withdrawn\n      says: gone\n" in imported.text
    assert "    b:\n      stance: 50\n      fixed: true\n      note: 'accepts: 40; 60'\n" in imported.text


def test_a_fixed_position_that_moves_is_fixed_no_more() -> None:
    rows = "r,quota,a,,40,,,yes,,,\nr,quota,b,,60,,,,,,\ns,quota,a,,50,,,yes,,,\ns,quota,b,,60,,,,,,x\nt,quota,a,,60,,,,,,\n"
    imported = made(HEAD + rows)
    assert "note: fixed: true" not in imported.text
    assert "          fixed: unknown\n" in imported.text
    assert "          note: 'fixed: true, as its stance before this one was'\n" in imported.text


def test_issues_wait_for_each_other_in_no_circle() -> None:
    rows = "r,one,a,,,,,,two,x,\nr,two,a,,,,,,one,x,n\nr,three,a,,,,,,one,x,\nr,four,a,,,,,,five,x,\n"
    imported = made(HEAD + rows)
    assert "note: 'depends on: two'" in imported.text
    assert "note: |-\n        n\n        depends on: one\n" in imported.text
    assert "depends_on: [one]" in imported.text
    assert "note: 'depends_on: five'" in imported.text
    assert any(line.startswith("issues that wait for each other in a circle") for line in imported.report)


def test_successive_rows_on_one_cell_are_successive_positions() -> None:
    imported = made("issue,party,stance\nquota,a,40\nquota,a,50\nquota,b,70\n")
    assert "    a: [40, 50]\n" in imported.text
    assert any(line.startswith("several rows on one issue, party and round") for line in imported.report)


def test_stances_of_few_words_are_levels_in_a_known_order_or_options() -> None:
    assert "levels: [low, medium, high]" in made("issue,party,stance\nquota,a,high\nquota,b,low\n").text
    assert "options: [blue, red]" in made("issue,party,stance\nquota,a,blue\nquota,b,red\n").text
    assert "options: [blue, another option]" in made("issue,party,stance,accepts\nquota,a,blue,blue\n").text


def test_places_tell_how_long_a_scale_is() -> None:
    head = "issue,party,stance,place,accepts,rejects\n"
    assert "levels: [level 1, low, level 3, high, level 5]" in made(head + "q,a,low,0.25,,\nq,b,high,0.75,,\n").text
    assert "levels: [low, middle, high]" in made(head + "q,a,low,0,low; middle,\nq,b,high,1,,low; middle\n").text
    assert "levels: [first, second]" in made(head + "q,a,,,first; second,\nz,b,x,0,,\n").text
    assert "range: [0, 100]" in made(head + "q,a,25,0.25,,\nq,b,75,0.75,,\n").text
    assert "range: [100, 0]" in made(head + "q,a,25,0.75,,\nq,b,75,0.25,,\n").text
    assert "range: [0, 80]" in made(head + "q,a,40,0.5,,\n").text
    assert (
        "range: [2020-01-01, 2020-12-31]"
        in made("issue,party,state,stance,says,carried_from\nq,a,stated,2020-03-01,,\n").text
    )


def test_unevenly_placed_levels_carry_their_places() -> None:
    text = made("issue,party,stance,place,accepts\nq,a,low,0.017,\nq,b,high,0.931,\n").text
    assert (
        "    levels:  # proposed by import: confirm\n      first level:\n        at: 0\n      low:\n        at: 1.7\n"
        in text
    )
    assert "      last level:\n        at: 100\n" in text


OWN = "issue,party,state,stance,says,carried_from,source\n"


def test_our_own_citations_keep_their_places() -> None:
    text = made(
        OWN + 'q,a,stated,,x,,minutes p. 3; press\nq,b,stated,,y,,press 12 May\nr,a,stated,,z,,"Times, Monday"\n'
    ).text
    assert "sources:\n  minutes: minutes\n  press: press\n  times-monday: Times, Monday\n" in text
    assert "source: [minutes p. 3, press]" in text
    assert "source: press 12 May" in text
    assert made(OWN + f"q,a,stated,,x,,{'m ' * 600}\n").text.count("m m m") > 1


def test_our_own_stance_of_unknown_states_nothing() -> None:
    imported = made(OWN + "q,a,not stated,unknown,,,\nq,b,stated,,x,,\n")
    assert "positions:\n  q:\n    b: x\n" in imported.text


def test_too_many_options_stay_words() -> None:
    imported = made("issue,party,stance\n" + "".join(f"q,p{number},s{number}\n" for number in range(61)))
    assert "    p7: s7\n" in imported.text
    assert "stances without a scale are kept in words: 's0', 's1', 's2' and 58 more" in imported.report
