"""Which addresses may become links."""

import re

from negmatrix.writers.plain import make_plain

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"`{}|\\^]+", re.IGNORECASE)


def is_link(address: str) -> bool:
    """Whether it is an address of the web or of mail, without blanks and without signs that could end it or hide."""
    return _ADDRESS.fullmatch(address) is not None and make_plain(address) == address
