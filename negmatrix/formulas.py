"""Text that a spreadsheet would take for a formula, kept from it by an apostrophe, and brought back.

What is defused on the way out is restored on the way in, so both read one rule.
"""

import re

_FORMULA = re.compile(r"[\t\n]|'*[\s\u200b-\u200f\u2060]*[-=+@＝＋－＠﹦﹢﹣﹫]|'+[\t\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?")


def defuse(text: str) -> str:
    """The text behind one apostrophe if a spreadsheet would take it for a formula and it is no number.

    So is text that starts with apostrophes and would be one without them: who takes one away from whatever is a formula
    behind it gets the very text back.
    """
    if not text or text[0].isalnum():
        return text
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def restore(text: str) -> str:
    """The text without the apostrophe that `defuse` put before it."""
    return text[1:] if text.startswith("'") and defuse(text[1:]) == text else text
