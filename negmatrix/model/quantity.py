"""Numbers and dates as people write them, read exactly."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,2})?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
MAX_DIGITS = 40
MAX_EXPONENT = 30


def parse_number(text: str) -> Decimal | None:
    """The exact value of a number of at most 40 digits and an exponent of -30 to 30; None for anything else."""
    if text.isdigit() and text.isascii() and len(text) <= MAX_DIGITS and (text[0] != "0" or text == "0"):
        return Decimal(text)
    if NUMBER.fullmatch(text) is None or has_leading_zero(text):
        return None
    digits, _, exponent = text.lower().partition("e")
    if len(digits) > MAX_DIGITS + 2 or sum(map(str.isdigit, digits)) > MAX_DIGITS:
        return None
    if exponent and abs(int(exponent)) > MAX_EXPONENT:
        return None
    return Decimal(text)


def has_leading_zero(text: str) -> bool:
    """Whether a number starts with a zero that other readers take for octal, as in 010."""
    digits = text.lstrip("+-")
    return len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()


def number_hint(text: str) -> str:
    """What to write instead of something that looks like a number and is none."""
    bare = _without_commas(text.strip().removesuffix("%").strip().replace("_", ""))
    if re.fullmatch("0x[0-9a-fA-F]{1,16}", bare):
        return f"write {int(bare, 16)}"
    if not any(map(str.isdigit, bare[: 2 * MAX_DIGITS])):
        return ""
    from negmatrix.model.numerals import plain_number

    bare = _without_commas(plain_number(text.strip().removesuffix("%")).strip().replace("_", ""))
    if NUMBER.fullmatch(bare) and sum(map(str.isdigit, bare)) > MAX_DIGITS:
        return "a number has at most 40 digits"
    if re.fullmatch("[-+]?[0-9.]+[eE][-+]?[0-9]+", bare) and parse_number(bare) is None:
        return "an exponent runs from -30 to 30"
    sign, digits = "-" if bare.startswith("-") else "", bare.lstrip("+-0")
    for better in (bare, sign + (digits or "0"), f"{sign}0{digits}", bare.removesuffix(".")):
        if better != text and parse_number(better) is not None:
            return f"write {better}"
    return ""


def _without_commas(text: str) -> str:
    """Commas between thousands go; a single one before other than three digits is a decimal point elsewhere."""
    before, comma, behind = text.partition(",")
    return f"{before}.{behind}" if comma and behind.isdigit() and len(behind) != 3 else text.replace(",", "")


class Period(NamedTuple):
    """The first and the last day of a date, which may be as wide as a year."""

    first: date
    last: date


def parse_day(text: str) -> date | None:
    """The day of a full date, YYYY-MM-DD; None for anything else."""
    period = parse_date(text)
    return period.first if period and len(text) == len("YYYY-MM-DD") else None


def parse_date(text: str) -> Period | None:
    """The days that YYYY, YYYY-MM or YYYY-MM-DD covers; None for anything else."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
        last = _last_day(first.year, month or 12) if day is None else first
    except ValueError:
        return None
    return Period(first, last)


def _last_day(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def parse_period(text: str) -> Period | None:
    """The days of a date or of a period A/B that does not run backwards; None for anything else."""
    start, slash, end = text.partition("/")
    first = parse_date(start)
    last = parse_date(end) if slash else first
    if first is None or last is None or last.last < first.first:
        return None
    return Period(first.first, last.last)
