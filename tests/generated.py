"""Talks made up by hypothesis, built straight from records, and a short way to write small ones in a test."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party, Role
from negmatrix.model.positions import Claim, Position, State
from negmatrix.model.scales import Level, Levels, Options, Range, Scale
from negmatrix.model.talks import Round, Talks
from negmatrix.model.verdicts import Verdict, Word
from negmatrix.source import Text


def often(times: int) -> settings:
    """So many times as often as other laws: for those that are quick, and find what is rare."""
    return settings(max_examples=times * settings.default.max_examples)


def levels(*names: str) -> Levels:
    return Levels(tuple(Level(Text(name)) for name in names))


def measured_levels(**places: str) -> Levels:
    return Levels(tuple(Level(Text(name), Decimal(at)) for name, at in places.items()))


def range_of(first: str, last: str) -> Range:
    return Range((Text(first), Text(last)))


def options(*names: str) -> Options:
    return Options(tuple(Level(Text(name)) for name in names))


def stance(value: str, **more: Any) -> dict[str, Any]:
    """The fields of a cell with a stance."""
    return {"stance": Text(value), **more}


def make_talks(
    issues: Mapping[str, Scale | None],
    cells: Mapping[str, Mapping[str, str | dict[str, Any]]],
    parties: Mapping[str, Role] | tuple[str, ...] | None = None,
    verdicts: Mapping[str, tuple[Verdict, ...]] | None = None,
    weights: Mapping[str, str] | None = None,
    **settings: Any,
) -> Talks:
    """A talks of one round `r`; a cell is a stance or the fields of a position."""
    listed = parties or tuple(dict.fromkeys(party for row in cells.values() for party in row))
    roles = listed if isinstance(listed, Mapping) else dict.fromkeys(listed, Role.PARTY)
    return Talks(
        Text("Made up"),
        {party: Party(Text(party), Text(party.title()), role=role) for party, role in roles.items()},
        {
            issue: Issue(Text(issue), Text(issue.title()), scale=scale, weight=Decimal((weights or {}).get(issue, "1")))
            for issue, scale in issues.items()
        },
        {"r": make_round("r", cells, verdicts or {})},
        **settings,
    )


def make_round(
    name: str, cells: Mapping[str, Mapping[str, str | dict[str, Any]]], verdicts: Mapping[str, tuple[Verdict, ...]]
) -> Round:
    positions = {
        Text(issue): {Text(party): _position(issue, party, name, cell) for party, cell in row.items()}
        for issue, row in cells.items()
    }
    return Round(
        Text(name),
        Text(name.title()),
        positions=positions,
        verdicts={Text(issue): tuple(v._replace(round=name) for v in told) for issue, told in verdicts.items()},
    )


def _position(issue: str, party: str, round_: str, cell: str | dict[str, Any]) -> Position:
    fields = cell if isinstance(cell, dict) else stance(cell)
    return Position(Text(issue), Text(party), round_, **fields)


def verdict(issue: str, word: Word, *between: str, **more: Any) -> Verdict:
    return Verdict(word, Text(issue), "r", between=tuple(map(Text, between)), **more)


PARTIES = tuple("abcdef")
SCALES: tuple[Scale | None, ...] = (
    levels("no", "maybe", "yes"),
    levels("only"),
    measured_levels(low="0", middle="30", high="100"),
    measured_levels(most="7", some="2.5", least="-1"),
    range_of("0", "100"),
    range_of("10", "-7.5"),
    range_of("2017-03-29", "2020-12-31"),
    options("red", "green", "blue"),
    None,
)


def stances_on(scale: Scale) -> st.SearchStrategy[str]:
    if isinstance(scale, Levels):
        return st.sampled_from([level.name for level in scale.levels])
    if isinstance(scale, Options):
        return st.sampled_from([option.name for option in scale.options])
    if scale.days:
        return st.dates(*_days(scale)).map(lambda day: day.isoformat())
    low, high = sorted((scale.low, scale.high))
    return st.decimals(low, high, places=2, allow_nan=False).map(str)


def _days(scale: Range) -> tuple[Any, Any]:
    from datetime import date

    first, last = (date.fromisoformat(end) for end in scale.ends)
    return first, last


@st.composite
def cells(draw: st.DrawFn, scale: Scale | None) -> dict[str, Any]:
    kind = draw(st.sampled_from(["stance"] * 5 + ["words", "n/a", "withdrawn", "claims"]))
    salience = {"salience": draw(st.none() | st.integers(0, 100).map(Decimal))}
    if kind == "n/a":
        return {"state": State.NOT_APPLICABLE}
    if kind == "withdrawn":
        return {"state": State.WITHDRAWN}
    if scale is None or kind == "words":
        return {"says": Text("words"), **salience}
    told = draw(st.lists(stances_on(scale), min_size=1, max_size=3 if kind == "claims" else 1))
    claims = tuple(Claim(stance=Text(each)) for each in told) if kind == "claims" else ()
    return {"stance": Text(told[0]), "claims": claims, **salience}


@st.composite
def verdicts(draw: st.DrawFn, issue: str, parties: tuple[str, ...]) -> tuple[Verdict, ...]:
    words = draw(st.lists(st.sampled_from(Word), max_size=2))
    found = []
    for word in words:
        between = draw(st.lists(st.sampled_from(parties), max_size=len(parties), unique=True))
        found.append(verdict(issue, word, *(between if len(between) > 1 else ())))
    return tuple(found)


@st.composite
def generated_talks(draw: st.DrawFn, ruled: bool = True) -> Talks:
    """Talks of up to two rounds, with every kind of scale, role, state and verdict, tables, blocs and rival claims."""
    parties = draw(st.permutations(PARTIES).map(tuple))[: draw(st.integers(1, 6))]
    scales = {
        f"i{number}": scale
        for number, scale in enumerate(draw(st.lists(st.sampled_from(SCALES), min_size=1, max_size=5)))
    }
    roles = {party: draw(st.sampled_from([Role.PARTY] * 5 + [Role.OBSERVER])) for party in parties}
    measured = [party for party in parties if roles[party] is Role.PARTY]
    rounds = {}
    for name in ("r", "s")[: draw(st.integers(1, 2))]:
        written = {
            issue: {party: draw(cells(scale)) for party in draw(st.lists(st.sampled_from(parties), unique=True))}
            for issue, scale in scales.items()
        }
        told = {issue: draw(verdicts(issue, parties)) for issue in scales} if ruled else {}
        rounds[name] = make_round(name, written, told)
    weights = {issue: draw(st.sampled_from(["1", "1", "2", "0.5", "0"])) for issue in scales}
    tables = (
        draw(st.just(()) | st.lists(st.lists(st.sampled_from(measured), unique=True).map(tuple), max_size=3).map(tuple))
        if measured
        else ()
    )
    talks = make_talks(scales, {}, roles, weights=weights, tables=tuple(tuple(map(Text, table)) for table in tables))
    topics = {issue: draw(st.sampled_from([None, Text("one"), Text("two")])) for issue in scales}
    bloc = draw(st.sampled_from([(), (), measured[1:3]])) if len(measured) > 1 else ()
    return talks._replace(
        rounds=rounds,
        issues={key: issue._replace(topic=topics[key]) for key, issue in talks.issues.items()},
        parties={
            key: party._replace(members=tuple(map(Text, bloc))) if bloc and key == measured[0] else party
            for key, party in talks.parties.items()
        },
    )
