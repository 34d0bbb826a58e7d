"""What an import says of itself: what was understood, and what is left to code."""

from collections.abc import Iterator, Mapping, Sequence

from negmatrix.importing.scales import Draft
from negmatrix.importing.shapes import Shape, Understood
from negmatrix.importing.statements import Gathered
from negmatrix.importing.tables import quote_start


def tell_counts(gathered: Gathered, positions: int, proposals: int) -> str:
    """How much of each there is."""
    told = [_count(len(gathered.issues), "issue"), _count(len(gathered.parties), "party", "parties"),
            _count(positions, "position")]  # fmt: skip
    if len(gathered.rounds) > 1:
        told.append(_count(len(gathered.rounds), "round"))
    if proposals:
        told.append(_count(proposals, "proposal"))
    return ", ".join(told)


def _count(number: int, thing: str, things: str = "") -> str:
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def tell_tables(chosen: Understood, understood: Sequence[Understood], used: Sequence[Understood]) -> Iterator[str]:
    """Which tables were taken for what, and which were not imported."""
    if len(understood) > 1:
        yield f"positions from {chosen.table.place}"
    for one in used:
        yield f"proposals from {one.table.place}"
    others = [number for number, one in enumerate(understood, 1) if one is not chosen and one not in used]
    like = [number for number in others if understood[number - 1].shape in (Shape.WIDE, Shape.LONG)]
    if others:
        shown = ", ".join(map(str, others[:8])) + (" and more" if len(others) > 8 else "")
        hint = f" (--table {like[0]} takes that one)" if like else ""
        yield f"not imported: table{'s' if len(others) > 1 else ''} {shown} of {len(understood)}{hint}"


def tell_coding(gathered: Gathered, scales: Mapping[str, Draft], proposals: int) -> Iterator[str]:
    """What was proposed, and what the analyst has still to do."""
    proposed = [_title(gathered, key) for key, draft in scales.items() if not draft.sure]
    if proposed:
        yield f"scales proposed for {_list(proposed)}: confirm or change them"
    spoken = {one.issue for one in gathered.statements}
    bare = [_title(gathered, key) for key in gathered.issues if key in spoken and key not in scales]
    if bare:
        yield f"left to code: {_list(bare)} in words only; give levels, a range or options, then stances"
    silent = [_title(gathered, key) for key in gathered.issues if key not in spoken]
    if silent:
        yield f"nobody has a position on {_list(silent)}"
    if proposals:
        yield "left to code: which issues the proposals address, and from whom they come"


def _title(gathered: Gathered, key: str) -> str:
    return quote_start(gathered.issues[key]["title"])


def _list(words: Sequence[str]) -> str:
    more = f" and {len(words) - 5} more" if len(words) > 5 else ""
    return ", ".join(words[:5]) + more
