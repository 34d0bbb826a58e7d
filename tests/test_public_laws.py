"""Nothing that a public version shows depends on a value that it hides: two talks that differ in these look the same."""

from pathlib import Path

import pytest

from tests.calling import Done, call

TALKS = """\
talks: Harbour
about: The pier
stale_after: 1
tables: [[city, port, union], [port, spy], [city, spy], [all, city]]
sources:
  minutes: {{title: Minutes, url: "https://example.org", note: {n0}}}
  leak: {{title: {s0}, internal: true, url: "https://{s1}.org", date: {d0}, author: {s1}}}
  only: {{title: {s2}, note: {n1}}}
  minutes p: {{title: {s2}, internal: true}}
parties:
  city: {{name: City, batna: {s3}, power: {p0}, note: {n2}, source: [minutes, leak]}}
  port: {{name: Port, batna: {s3}, power: {p1}}}
  union: {{name: Union, power: {p2}}}
  spy: {{name: {s4}, internal: true, power: {p0}, batna: {s3}, aliases: [{s0}alias], source: only}}
  all: {{name: All, members: [inner, union]}}
  inner: {{name: {s4}x, internal: true, members: {m0}, role: {r0}}}
  line: {{name: Line, role: observer}}
issues:
  pier: {{title: Pier, topic: Work, range: [0, 100], unit: m, note: {n3}, status_quo: 0}}
  name: {{title: Name, topic: Work, options: [a, b, c], note: {n3}}}
  lev: {{title: Lev, topic: Money, levels: [x, y, z, w], weight: 2}}
  text: {{title: Words only}}
  hidden: {{title: {s5}, internal: true, topic: {s6}, range: [0, {p3}], weight: {p0}, question: {s6}, next: {s5}}}
proposals:
  draft: {{title: Draft, from: [city, spy], addresses: [pier, hidden], terms: {{pier: 20, hidden: {h0}, lev: y}}, stances: {{spy: {st}, port: for}}, source: leak, note: {n0}}}
  secret: {{title: {s6}, internal: true, terms: {{pier: {h1}}}, objective: {s6}, kind: {s0}, addresses: [lev], from: [port]}}
  late: {{title: Late, round: closed, until: last, note: {n1}}}
  never: {{title: {s4} never, round: after}}
rounds:
  first:
    source: [minutes, leak]
    note: {n2}
    date: 2020-01-01
    events: [{{what: A strike, source: [leak, minutes]}}]
    positions:
      pier:
        city: {{stance: 10, {acc0}{sal0}{int0}{red0}{conf0}{note0} says: Ten}}
        port: {{stance: 90, {fix0}{note0} depends_on: [name, hidden]}}
        union: {{stance: 50, {rej0}{sal1} by: Someone}}
        spy: {h1}
        line: {{stance: 30, {sal0}{conf0} says: hm}}
      hidden: {{city: {h0}, port: {h1}}}
      name:
        city:
          claims:
            - {{stance: {o0}, source: leak, internal: true, says: {s0}, by: {s1}, date: {d0}}}
            - {{stance: b, says: The second, source: minutes, by: Mayor, {conf0}{note0} date: 2020}}
        port:
          claims:
            - {{stance: {o0}, internal: true}}
            - {{says: {s2}, internal: true}}
        union:
          claims:
            - {{stance: a, {conf0} source: minutes}}
            - {{stance: b, {note0} source: minutes}}
            - {{stance: {o0}, internal: true}}
      lev:
        city: {{stance: x, {accl}{sal0}}}
        port: [{{stance: {l0}, internal: true}}, {{stance: y, {accl}{red0}}}, {{stance: {l0}, internal: true, says: {s0}}}]
        union: {{state: withdrawn, {note0}{sal0}}}
      text:
        city: {{says: Yes, {int0}{red0}{conf0}}}
        port: {{says: {s4}, internal: true}}
    verdicts:
      pier: [{{verdict: divergent, {conf0}{note0} between: [city, port, spy]}}, {{verdict: {v0}, internal: true}}]
      name: {{verdict: {v0}, between: [city, spy]}}
      hidden: {{verdict: {v0}}}
      lev: {{verdict: partial, {conf0}{note0} over: [spy, union], by: Chair, source: [leak, minutes]}}
  closed:
    internal: true
    title: {s3}
    date: 2020-02-01
    source: only
    note: {n0}
    events: [{{what: {s5}, date: {d0}}}]
    positions: {{pier: {{port: {h1}, city: {{stance: {h1}, says: {s6}}}}}, lev: {{city: {l0}}}}}
    verdicts: {{text: {v0}}}
  second:
    positions:
      pier:
        city: {{stance: {h1}, internal: true, source: only}}
        port:
          - {{stance: 70}}
          - {{stance: {h1}, says: {s6}, internal: true}}
        {priv0}
      name:
        union: {{stance: {o0}, internal: true}}
      {priv1}
    verdicts:
      lev: {{verdict: {v0}, internal: true, says: {s3}}}
  last: {{title: The last, positions: {{name: {{port: {{says: No name}}}}, text: {{port: {{says: Public}}}}}}, verdicts: {{name: {{verdict: settled, at: a, between: [city, union], {note0}{conf0}}}}}}}
  after: {{internal: true, positions: {{pier: {{city: {h1}}}}}}}
"""
HIDDEN = {
    **dict.fromkeys(("n0", "n1", "n2", "n3", "s1"), ("One", "Other")),
    **{f"s{number}": (f"One {number}", f"Other {number}") for number in (0, 2, 3, 4, 5, 6)},
    "d0": ("2020", "2021-03"),
    "p0": ("1", "5"),
    "p1": ("1", "3"),
    "p2": ("1", "0"),
    "p3": ("100", "77"),
    "r0": ("party", "observer"),
    "m0": ("[city]", "[port]", "[city, port]"),
    "h0": ("1", "60"),
    "h1": ("5", "61"),
    "st": ("for", "against"),
    "o0": ("a", "c"),
    "l0": ("x", "w"),
    "v0": ("partial", "dropped", "unclear"),
    "acc0": ("", "accepts: [0, 40], ", "accepts: [5, 90], "),
    "accl": ("", "accepts: [x, y], ", "accepts: [x, z], "),
    "rej0": ("", "rejects: [80, 100], ", "rejects: [0, 10], "),
    "sal0": ("", "salience: 90, ", "salience: 10, "),
    "sal1": ("", "salience: 33, "),
    "int0": ("", "interest: One, "),
    "red0": ("", "red_line: One, ", "red_line: Other, "),
    "conf0": ("", "confidence: low, ", "confidence: high, "),
    "note0": ("", "note: One, ", "note: Other, "),
    "fix0": ("", "fixed: true, "),
    "priv0": (
        "",
        "union: {salience: 44}",
        "union: {salience: 44, source: minutes, date: 2020-05, by: X}",
        "union: {accepts: [40, 60], red_line: One}",
        "union: {fixed: true}",
        "union: {interest: One, confidence: low}",
    ),
    "priv1": (
        "",
        "lev: {city: {accepts: unknown}}",
        "lev: {city: {salience: 3}}",
        "lev: {city: {red_line: One, note: Other}}",
        "lev: {union: {salience: 50}}",
    ),
}
"""Of every value that a public version hides, the first and others, "" where it may be left out."""

CALLS = {
    "show": (["T"], ["T", "--sources", "--as", "both"], ["T", "--round", "first"], ["T", "--as", "links"]),
    "issue": (["pier", "T"], ["lev", "T"], ["name", "T"], ["text", "T"]),
    "compare": (["city", "port", "T"], ["city", "union", "T"]),
    "diff": (["T"], ["T@first", "@last"]),
    "history": (["T"], ["T", "--outcome"]),
    "pairs": (["T"], ["T", "--blocs", "--weights", "salience"], ["T", "--from", "city"]),
    "proposals": (["T"],),
    "list": (["T"],),
    "export": (["T"], ["T", "--party", "city", "--party", "port"]),
}
FORMS = ("terminal", "markdown", "html", "csv", "json")
FIRST = {name: values[0] for name, values in HIDDEN.items()}


def look(file: Path, words: list[str], form: str, **changed: str) -> Done:
    """What standard output says; errors and warnings, which are for who writes the talks, are not public."""
    file.write_text(TALKS.format(**(FIRST | changed)))
    done = call(
        *(word.replace("T", str(file), 1) if word[0] == "T" else word for word in words), "--public", "-f", form
    )
    assert done.code == 0, done.err
    return done._replace(err="")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", CALLS)
def test_no_byte_depends_on_what_is_hidden(command: str, form: str, tmp_path: Path) -> None:
    others = [{name: values[-1] for name, values in HIDDEN.items()}]
    others += [{name: values[1] for name, values in HIDDEN.items()}]
    for words in CALLS[command]:
        before = look(tmp_path / "t.yaml", [command, *words], form)
        for changed in others:
            assert look(tmp_path / "t.yaml", [command, *words], form, **changed) == before


@pytest.mark.parametrize("command", [["export", "T"], ["history", "T"], ["issue", "pier", "T"], ["issue", "lev", "T"]])
def test_no_number_depends_on_one_hidden_value(command: list[str], tmp_path: Path) -> None:
    before = look(tmp_path / "t.yaml", command, "json")
    for name, values in HIDDEN.items():
        for value in values[1:]:
            assert look(tmp_path / "t.yaml", command, "json", **{name: value}) == before, (name, value)


@pytest.mark.parametrize("command", ["show", "export"])
def test_no_row_depends_on_what_is_hidden(command: str, tmp_path: Path) -> None:
    before = look(tmp_path / "t.yaml", [command, "T", "--tidy"], "csv")
    changed = {name: values[-1] for name, values in HIDDEN.items()}
    assert look(tmp_path / "t.yaml", [command, "T", "--tidy"], "csv", **changed) == before


def test_trades_have_no_public_version(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text(TALKS.format(**FIRST))
    assert call("trades", tmp_path / "t.yaml", "--public").code == 2
