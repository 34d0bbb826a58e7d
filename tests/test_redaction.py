"""Public versions: no number and no word rests on what is internal."""

from pathlib import Path

import pytest

from negmatrix.analysis.redaction import redact
from negmatrix.cli.entry import run
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText

HIDDEN = "Zyzzyva"
TALKS = f"""\
talks: Harbour
about: The pier
tables: [[city, port], [port, spy]]
sources:
  minutes: {{title: Minutes, note: {HIDDEN} note}}
  leak: {{title: {HIDDEN} leak, internal: true}}
  unused-later: {{title: {HIDDEN} only cited by an internal cell}}
parties:
  city: {{name: City, batna: {HIDDEN}, power: 7, note: {HIDDEN}, source: [minutes, leak]}}
  port: Port
  spy: {{name: {HIDDEN}, internal: true}}
  all: {{name: All, members: [inner]}}
  inner: {{name: {HIDDEN} inner, internal: true, members: [city]}}
issues:
  pier: {{title: Pier, range: [0, 100], note: {HIDDEN}}}
  name: {{title: Name, options: [a, b, c]}}
  hidden: {{title: {HIDDEN}, internal: true}}
proposals:
  draft: {{title: Draft, from: [city, spy], addresses: [pier, hidden], terms: {{pier: 20}}, stances: {{spy: for}}, source: leak}}
  secret: {{title: {HIDDEN}, internal: true}}
  late: {{title: Late, round: closed, until: last, note: {HIDDEN}}}
  never: {{title: {HIDDEN} after all, round: after}}
rounds:
  first:
    source: [minutes, leak]
    note: {HIDDEN}
    events: [{{what: A strike, source: [leak, minutes]}}]
    positions:
      pier:
        city: {{stance: 10, accepts: [0, 30], salience: 90, interest: {HIDDEN}, red_line: {HIDDEN}, confidence: low}}
        port: {{stance: 90, fixed: true, note: {HIDDEN}, depends_on: [name, hidden]}}
        spy: 50
      hidden: {{city: {HIDDEN}}}
      name:
        city:
          claims:
            - {{stance: a, source: leak, internal: true}}
            - {{stance: b, says: The second account, source: minutes, by: Mayor, note: {HIDDEN}}}
        port:
          claims:
            - {{stance: a, internal: true}}
            - {{says: {HIDDEN}, internal: true}}
    verdicts:
      pier: [{{verdict: divergent, note: {HIDDEN}, between: [city, port, spy]}}, {{verdict: partial, internal: true}}]
      name: {{verdict: aligned, between: [city, spy]}}
  closed:
    internal: true
    positions: {{pier: {{port: 20}}}}
  second:
    positions:
      pier:
        city: {{stance: 80, internal: true, source: unused-later}}
        port:
          - {{stance: 70}}
          - {{stance: 40, says: {HIDDEN}, internal: true}}
  last: {{positions: {{name: {{port: {{says: No name}}}}}}}}
  after: {{internal: true}}
"""


@pytest.fixture(scope="module")
def public() -> Talks:
    reading = read_talks([SourceText("t.yaml", TALKS)])
    assert reading.talks is not None
    assert not reading.problems
    return redact(reading.talks)


def test_nothing_internal_is_left(public: Talks) -> None:
    assert HIDDEN not in repr(public)


def test_what_is_out_and_what_stays(public: Talks) -> None:
    assert list(public.parties) == ["city", "port", "all"]
    assert public.parties["all"].members == ()
    assert public.parties["city"].power == 1
    assert list(public.issues) == ["pier", "name"]
    assert list(public.rounds) == ["first", "second", "last"]
    assert list(public.sources) == ["minutes"]
    assert public.rounds["first"].sources == ("minutes",)
    assert public.rounds["first"].events[0].sources == ("minutes",)


def test_an_internal_cell_uncovers_the_public_one_before_it(public: Talks) -> None:
    second = standing_in(public, "second")
    city, port = second.cell("pier", "city"), second.cell("pier", "port")
    assert city is not None
    assert port is not None
    assert (city.position.stance, city.carried_through(second.turn)) == ("10", 1)
    assert (port.position.stance, port.carried_through(second.turn)) == ("70", 0)


def test_one_account_left_is_a_position_like_any_other(public: Talks) -> None:
    row = public.rounds["first"].positions["name"]  # type: ignore[index]  # a mapping by Text takes any str
    city = row["city"]  # type: ignore[index]  # as above
    assert (city.stance, city.says, city.claims, city.disputed, city.by) == (
        "b",
        "The second account",
        (),
        False,
        "Mayor",
    )
    assert city.sources == ("minutes",)
    assert "port" not in row


def test_positions_lose_what_the_coder_alone_should_know(public: Talks) -> None:
    for round_ in public.rounds.values():
        for row in round_.positions.values():
            for cell in row.values():
                hidden = (cell.accepts, cell.rejects, cell.fixed, cell.red_line, cell.salience, cell.interest)
                assert hidden == (None,) * 6
                assert (cell.confidence, cell.note) == (None, None)
    assert public.rounds["first"].positions["pier"]["port"].depends_on == ("name",)  # type: ignore[index]  # as above


def test_verdicts_bind_public_parties_only(public: Talks) -> None:
    (verdict,) = public.rounds["first"].verdicts["pier"]  # type: ignore[index]  # as above
    assert verdict.between == ("city", "port")
    assert "name" not in public.rounds["first"].verdicts


def test_proposals_stand_in_public_rounds(public: Talks) -> None:
    assert list(public.proposals) == ["draft", "late"]
    draft, late = public.proposals["draft"], public.proposals["late"]
    assert (draft.proposers, draft.addresses, draft.stances, draft.sources) == (("city",), ("pier",), {}, ())
    assert (late.round, late.until) == ("second", "last")


def test_no_public_round_leaves_an_empty_one() -> None:
    text = "talks: T\nparties: [a, b]\nissues: [x]\nrounds: {r: {internal: true, positions: {x: {a: Yes}}}}\n"
    talks = read_talks([SourceText("t.yaml", text)]).talks
    assert talks is not None
    assert [round_.positions for round_ in redact(talks).rounds.values()] == [{}]


@pytest.mark.parametrize("words", [["show"], ["show", "--sources", "--as", "both"], ["history"], ["diff"], ["list"]])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv", "json"])
def test_no_format_tells_a_secret(
    words: list[str], form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"{HIDDEN}.yaml"
    file.write_text(TALKS)
    assert run([words[0], str(file), *words[1:], "--public", "-f", form]) == 0
    told = capsys.readouterr().out
    assert HIDDEN not in told
    assert form == "csv" or "public" in told.casefold()
