"""Days as people write them elsewhere, and what to write instead."""

import re
from collections.abc import Iterator

from negmatrix.model.quantity import parse_date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBER_OF_MONTH = {name[:length].lower(): n for n, name in enumerate(_MONTHS, 1) for length in (3, len(name))}
_NUMBER_OF_MONTH["sept"] = 9
_MONTH = r"(?P<word>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}(?:st|nd|rd|th|\.)? {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        rf"{_DAY}\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})(?:[-/.]{_DAY})?",
    )
)
_LONGEST = 30


def date_hint(text: str) -> str:
    """What to write instead of something that looks like a date and is none, or why there is no such day."""
    missing = (_no_such_day(part) for part in text[: 2 * _LONGEST].split("/", 1))
    if fault := next(filter(None, missing), ""):
        return fault
    meant = find_date(text)
    return f"write {meant}" if meant and meant != text else ""


def _no_such_day(text: str) -> str:
    """Why a date in the right form is none."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-[0-9]{2})?", text)
    if match is None or match[1] == "0000" or parse_date(text) is not None:
        return ""
    month = parse_date(f"{match[1]}-{match[2]}")
    if month is None:
        return "a month is written 01 to 12"
    if text.endswith("-00"):
        return "a day is written 01 to 31"
    return f"{_MONTHS[int(match[2]) - 1]} {match[1]} has {month.last.day} days"


def find_date(text: str) -> str | None:
    """The date, YYYY-MM or YYYY-MM-DD, that a text in one of the usual forms means; None for any other text.

    `3/4/2026` is none of them: some take it for April and some for March.
    """
    return next(_read_forms(text), None) if len(text) <= _LONGEST else None


def _read_forms(text: str) -> Iterator[str]:
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is None:
            continue
        parts = match.groupdict()
        month = parts.get("month") or _NUMBER_OF_MONTH.get((parts.get("word") or "").lower())
        day = f"-{int(parts['day']):02}" if parts.get("day") else ""
        date = f"{parts['year']}-{int(month):02}{day}" if month else ""
        if parse_date(date) is not None:
            yield date
