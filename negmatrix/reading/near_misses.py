"""Words that were most likely meant as a stance."""

import re

from negmatrix.diagnostics import quote, warning
from negmatrix.model.dates import date_hint, find_date
from negmatrix.model.quantity import number_hint
from negmatrix.model.scales import Range, Scale
from negmatrix.nearest import suggest
from negmatrix.reading.desk import Desk
from negmatrix.source import Text

_AMOUNT = re.compile(r"([-+]?[0-9][0-9,_]*(?:\.[0-9]+)?) ?([^\W\d_][^\s\d]*|[%‰°€$£][^\s\d]*|per cent)")
_STRETCH = r"([-+]?[0-9]+(?:\.[0-9]+)?)(?: ?[-–—] ?| to )([-+]?[0-9]+(?:\.[0-9]+)?)(?: ?([^\s\d].*))?"
_BEGINS = "+-0123456789"
_LONGEST = 60
_SHARES = ("%", "percent", "per cent")


def tell_near_miss(desk: Desk, scale: Scale, text: Text) -> None:
    """Warn of a text that was taken as words, where it looks like a stance on the scale."""
    if isinstance(scale, Range):
        label = _hint_day(scale, text) if scale.days else _hint_number(scale, text)
    else:
        near = desk.known(scale, lambda: scale.names).mistyped(text)
        label = suggest(near, text).replace("did you mean", "did you mean the stance", 1)
    if label:
        message = f"{quote(text)} is taken as words, not as a stance"
        desk.problems.append(warning("nearly-a-stance", message, text.at, label))


def _hint_number(scale: Range, text: Text) -> str:
    hint = number_hint(text)
    near = hint.removeprefix("write ") or (text if scale.holds(text) else "")
    if hint and not hint.startswith("write "):
        return f"it is no number: {hint}"
    if near:
        return f"if {near} is its stance, write {near}, without quotes"
    if len(text) > _LONGEST or (text.isascii() and text[0] not in _BEGINS):
        return ""
    from negmatrix.model.numerals import plain_number

    plain = plain_number(text)
    return _hint_amount(scale, plain) or _hint_stretch(scale, plain)


def _hint_stretch(scale: Range, text: str) -> str:
    """Two numbers with a dash between them, as in `40-50`, which no stance can be."""
    match = re.fullmatch(_STRETCH, text)
    if match is None or (match[3] and not (scale.unit and _is_unit(match[3], scale.unit))):
        return ""
    low, high = match[1], match[2]
    if not (scale.holds(low) and scale.holds(high) and scale.number(low) < scale.number(high)):
        return ""
    return f"a stance is one number: write {low} or {high}, or {{accepts: [{low}, {high}]}} for all between"


def _hint_amount(scale: Range, text: str) -> str:
    """A number with its unit, or with one other word, as in `40 kt` and `50 percent`."""
    number, word = _part_unit(text, scale.unit)
    hint = number_hint(number)
    near = hint.removeprefix("write ") or number
    if hint and not hint.startswith("write "):
        return f"it is no number: {hint}"
    if scale.unit and word and _is_unit(word, scale.unit):
        return f"if {near} is its stance, write {near}: the unit is {scale.unit} already"
    if word and scale.holds(near):
        unit = f" {scale.unit}" if scale.unit else ""
        return f"if {near}{unit} is its stance, write {near}"
    return ""


def _part_unit(text: str, unit: str | None) -> tuple[str, str]:
    """The number of an amount and the word behind it; both empty for any other text."""
    if unit and text.casefold().endswith(unit.casefold()):
        text = f"{text[: len(text) - len(unit)].rstrip()} U"
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return "", ""
    return match[1], unit if unit and match[2] == "U" else match[2]


def _is_unit(word: str, unit: str) -> bool:
    return word.casefold() == unit.casefold() or (word.casefold() in _SHARES and unit.casefold() in _SHARES)


def _hint_day(scale: Range, text: Text) -> str:
    plain = _plain_day(text)
    if scale.holds(plain):
        return f"if {plain} is its stance, write {plain}, without quotes"
    meant = find_date(plain)
    if meant is None:
        fault = date_hint(plain)
        return f"it is no day: {fault}" if fault else ""
    if len(meant) == len("YYYY-MM"):
        return f"if a day in {meant} is its stance, write all of it, YYYY-MM-DD"
    return f"if {meant} is its stance, write {meant}"


def _plain_day(text: str) -> str:
    if text.isascii():
        return text
    from negmatrix.model.numerals import plain_number

    return plain_number(text)
