"""Values of spreadsheet cells as people see them."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isnan

_QUOTED = re.compile(r'"([^"]*)"|\[\$([^\]\-]*)[^\]]*\]|\\(.)|_.|\*.')
_COLOR = re.compile(r"\[[^\]]*\]")
_PATTERN = re.compile(r"[#0?][#0?,]*(?:\.([0#?]+))?")
_MIDNIGHT = time()


def show_value(value: object, form: str) -> str:
    """A cell's value by its number format: dates as YYYY-MM-DD, percentages with their sign, currencies with theirs."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(" ", "minutes")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, (int, float)):
        return _show_number(value, form)
    return str(value)


def _show_number(value: float, form: str) -> str:
    """A number by the first part of its format; one that is general, or not understood, with 15 digits."""
    if isnan(value) or abs(value) == float("inf"):
        return ""
    exact = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.15g}")
    bare = _COLOR.sub("", _QUOTED.sub(_spell, form.partition(";")[0]))
    pattern = _PATTERN.search(bare)
    if form == "General" or pattern is None or "E" in bare or "/" in bare:
        return _plain(exact)
    if "%" in bare:
        exact *= 100
    decimals = pattern[1] or ""
    fixed, most = decimals.count("0"), len(decimals)
    number = exact.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP) if abs(exact) < Decimal(10) ** 20 else exact
    text = f"{number:,f}" if "," in pattern[0] else f"{number:f}"
    while most > fixed and text.endswith("0"):
        text, most = text[:-1], most - 1
    return (bare[: pattern.start()] + text.removesuffix(".") + bare[pattern.end() :]).strip()


def _spell(match: re.Match[str]) -> str:
    """Words within a format; those that would look like a part of its pattern are left out."""
    words = match[1] or match[2] or match[3] or (" " if match[0][0] == "_" else "")
    return "" if re.search(r"[#0?,.%E/]", words) else words


def _plain(number: Decimal) -> str:
    text = f"{number:f}" if Decimal("1e-9") < abs(number) < Decimal("1e21") or not number else str(number)
    return text.rstrip("0").removesuffix(".") if "." in text and "E" not in text else text
