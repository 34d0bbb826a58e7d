"""Each change in a sentence that can be checked against the file."""

from collections.abc import Callable, Mapping

from negmatrix.analysis.changes import Change, Kind
from negmatrix.analysis.changes.words import Run, compare_texts
from negmatrix.views.amounts import show_move
from negmatrix.views.diff_details import tell_plainly
from negmatrix.views.diff_stretches import tell_bounds, tell_red_line
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.names import MAX_NAMES
from negmatrix.views.percent import show_percent

LINE = 53
"""Sentences are broken where their parts meet so that no line has more characters, if it can be helped."""


def tell_change(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """A change of a party's cell in one line, and a second one for words that the first has no room for."""
    return _TELLERS[change.kind](change, style) if change.kind in _TELLERS else (tell_plainly(change),)


def _tell_move(change: Change, style: DiffStyle) -> tuple[str, ...]:
    way = f"{change.kind.value} {change.before} → {style.stance(change.issue, change.after)}"
    return pack(way, _tell_way(change), *tell_direction(change, style), quote_words(change.words_after))


def _tell_way(change: Change) -> str:
    """How far, in the unit that stands beside it, or in levels; nothing on options."""
    move, share = change.move, change.share
    if move is None or share is None:
        return ""
    return (
        f"({show_move(move, 'levels' if change.unit == 'levels' else None)}, {show_percent(abs(share))} of the scale)"
    )


def pack(*parts: str) -> tuple[str, ...]:
    """The parts of a sentence, as many on a line as are read at a glance; none is broken."""
    lines: list[str] = []
    for part in filter(None, parts):
        if lines and len(lines[-1]) + len(part) < LINE:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return tuple(lines)


def tell_direction(change: Change, style: DiffStyle) -> list[str]:
    """Whom the mover came closer to and went from; of more than can be read at a glance, how many."""
    counts = change.closer_and_further
    if sum(counts) > MAX_NAMES:
        told = [f"{count} {'party' if count == 1 else 'parties'}" if count else "" for count in counts]
    else:
        told = [style.list_names(parties) for parties in (change.toward, change.away_from)]
    return [f"{word} {parties}" for word, parties in zip(("toward", "away from"), told, strict=True) if parties]


def quote_words(words: str | None) -> str:
    """Words as somebody's; nothing for none."""
    return "" if words is None else f"“{words}”"


def _tell_state(change: Change, style: DiffStyle) -> tuple[str, ...]:
    """As in: stated 15% “Fifteen”; withdrawn “For now”, was 15%."""
    kind = change.kind.value + (":" if change.kind is Kind.APPLICABLE else "")
    if change.kind in (Kind.STATED, Kind.RESTATED, Kind.APPLICABLE):
        return _tell_position(kind, change.after, change.words_after, change, style)
    said = quote_words(change.words_after) if change.words_after != change.after else ""
    first = f"{kind} {said}" if said else kind
    if change.before is None:
        return (first,)
    return pack(f"{first},", " ".join(_tell_position("was", change.before, change.words_before, change, style)))


def _tell_position(verb: str, stance: object, words: str | None, change: Change, style: DiffStyle) -> tuple[str, ...]:
    """A stance with its words, or one alone."""
    if stance is None:
        return (verb,)
    if words == stance:
        return pack(verb, quote_words(words))
    return pack(f"{verb} {style.stance(change.issue, stance)}", quote_words(words))


def _tell_coding(change: Change, style: DiffStyle) -> tuple[str, ...]:
    if change.kind is Kind.CODED:
        now = " ".join(_tell_position("coded", change.after, change.words_after, change, style))
        return pack(f"{now},", f"was “{change.before}”")
    return pack(f"no longer coded: “{change.after}”,", f"was {style.stance(change.issue, change.before)}")


def _tell_words(change: Change, _: DiffStyle) -> tuple[str, ...]:
    """On one line, or on two where nothing is left of the old words."""
    runs = compare_texts(change.words_before or "", change.words_after or "")
    first, *others = [_mark(run) for run in runs] or [("", "")]
    if others:
        return ("reworded: " + "".join("".join(marked) for marked in (first, *others)).rstrip(),)
    return (f"reworded: {first[0] or first[1]}", *([first[1].rstrip()] if first[0] else []))


def _mark(run: Run) -> tuple[str, str]:
    """What was there before as [-so-] and what is there instead as {+so+}; one alone where both are the same."""
    old, new, same = run
    if same:
        return "", new
    blank = (new or old)[len((new or old).rstrip()) :]
    removed, added = old.rstrip(), new.rstrip()
    return f"[-{removed}-]" if removed else "", (f"{{+{added}+}}" if added else "") + blank


def _tell_confirmed(change: Change, style: DiffStyle) -> tuple[str, ...]:
    return _tell_position(change.kind.value, change.after, change.words_after, change, style)


_TELLERS: Mapping[Kind, Callable[[Change, DiffStyle], tuple[str, ...]]] = {
    Kind.MOVED: _tell_move,
    Kind.SWITCHED: _tell_move,
    Kind.STATED: _tell_state,
    Kind.NO_LONGER_RECORDED: _tell_state,
    Kind.WITHDRAWN: _tell_state,
    Kind.RESTATED: _tell_state,
    Kind.NOT_APPLICABLE: _tell_state,
    Kind.APPLICABLE: _tell_state,
    Kind.CODED: _tell_coding,
    Kind.UNCODED: _tell_coding,
    Kind.REWORDED: _tell_words,
    Kind.CONFIRMED: _tell_confirmed,
    Kind.RED_LINE_CROSSED: tell_red_line,
    Kind.ACCEPTS: tell_bounds,
    Kind.REJECTS: tell_bounds,
}
