"""How many cells of a terminal a text takes, and its lines at a given width."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_SINGLE = "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u22ff\u2500-\u25cf\u25d0-\u25f7\u2713]*"
"""Scripts whose every character is one cell wide: for these rich is not even imported. Compiled for the first that is not ASCII."""

_WIDE = "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08\uff3b\uff5b"
_CLOSING = (
    "\u3001-\u3003\u3009\u300b\u300d\u300f\u3011\u3015\u3017\uff01\uff09\uff0c-\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
)
_UNITS = (
    f"[{_OPENING}]*[{_WIDE}][\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]*[{_CLOSING}]*|[^{_WIDE}{_OPENING}]+|."
)
_JOINER = "\u200d"


@lru_cache(maxsize=65536)
def measure_width(text: str) -> int:
    """The cells that a text takes: wide characters two, combining ones none. Of escaped text only."""
    if text.isascii() or re.fullmatch(_SINGLE, text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


@lru_cache(maxsize=65536)
def measure_longest(text: str, hang: int, tail: int) -> int:
    """The width of the longest stretch that wrapping leaves whole, with the room that its hanging indent takes."""
    return max((hang + measure_width(unit) for _, unit in _units(text, hang, tail)), default=0)


@lru_cache(maxsize=65536)
def wrap(text: str, width: int, hang: int = 0, tail: int = 0) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken at spaces and between Chinese characters.

    The first `hang` characters stand alone on the left, and later lines are indented by as much unless a word needs the
    room; the last `tail` characters stay with the word before them. A word wider than a whole line is broken, and all
    of it is there.
    """
    if measure_width(text) <= width:
        return (text,)
    hang = hang if hang < width else 0
    units = list(_units(text, hang, tail))
    longest = max((measure_width(unit) for _, unit in units), default=0)
    indent = max(0, min(hang, width - longest))
    first, *others = _fill(units, width - hang, width - indent)
    return ((text[:hang] + first).rstrip(" "), *(" " * indent + other for other in others))


def _units(text: str, hang: int, tail: int) -> Iterator[tuple[str, str]]:
    """The stretches that stay whole, each with the space that parts it from the one before."""
    body, rest = (text[hang:-tail], text[-tail:]) if tail else (text[hang:], "")
    words = body.split(" ")
    for number, word in enumerate(words):
        last = rest if number == len(words) - 1 else ""
        if not word and not last:
            continue
        units = [word] if word.isascii() else re.findall(_UNITS, word) or [word]
        units[-1] += last
        yield from ((" " if number and place == 0 else "", unit) for place, unit in enumerate(units))


def _fill(units: Iterable[tuple[str, str]], first: int, width: int) -> list[str]:
    """Lines with as many units as fit; the first line has a width of its own, and is empty if nothing fits into it."""
    lines: list[str] = []
    line, used, room = "", 0, first
    for space, unit in units:
        wide = measure_width(unit)
        if line and used + len(space) + wide <= room:
            line, used = line + space + unit, used + len(space) + wide
            continue
        if line or (wide > room and room < width):
            lines.append(line)
            room = width
        *whole, line = _break(unit, width) if wide > room else (unit,)
        lines.extend(whole)
        used = measure_width(line)
    return [*lines, line]


def _break(word: str, width: int) -> list[str]:
    """A word in pieces no wider than `width`, at its signs if it has some, and never inside a character."""
    if " " in word:
        return _fill(((" ", part) for part in word.split(" ") if part), width, width)
    pieces, used = [""], 0
    for cluster in _clusters(word):
        wide = measure_width(cluster)
        if pieces[-1] and used + wide > width:
            pieces, used = [*pieces, ""], 0
        pieces[-1], used = pieces[-1] + cluster, used + wide
    return pieces


def _clusters(word: str) -> list[str]:
    """The characters of a word, each with the marks that combine with it and what a joiner ties to it."""
    clusters: list[str] = []
    for character in word:
        if clusters and (clusters[-1].endswith(_JOINER) or measure_width(character) == 0):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
