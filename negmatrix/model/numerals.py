"""Numbers in other signs than those of this format: in quotes of a text processor, other digits, or parted thousands."""

import re
import unicodedata

_QUOTES = "“”„‟‘’‚«»\uff02"
_SIGNS = {"\u2212": "-", "\uff0d": "-", "\uff0b": "+", "\uff0c": ",", "\uff0e": "."}
_BLANKS = "\u00a0\u2007\u2009\u202f\u3000"
_THOUSANDS = r"[-+]?[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])"
_BEGINS = "+-0123456789"
_LONGEST = 60


def plain_number(text: str) -> str:
    """The text with its number, if it starts with one, in plain digits and without quotes and blanks between thousands."""
    if len(text) > _LONGEST or (text.isascii() and text[:1] not in _BEGINS):
        return text
    bare = text if text.isascii() else "".join(map(_plain, text.strip(_QUOTES))).strip()
    match = re.match(_THOUSANDS, bare)
    return re.sub("[ '’]", "", match[0]) + bare[match.end() :] if match else bare


def _plain(character: str) -> str:
    if character in _BLANKS:
        return " "
    digit = unicodedata.decimal(character, -1)
    return str(digit) if digit >= 0 else _SIGNS.get(character, character)
