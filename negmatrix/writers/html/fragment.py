"""A document as a part of somebody else's page, such as a notebook's."""

from functools import lru_cache
from hashlib import sha256
from typing import TextIO

from negmatrix.document import Document
from negmatrix.writers.html.articles import show_article
from negmatrix.writers.html.naming import Names
from negmatrix.writers.html.page import read_style
from negmatrix.writers.html.scoping import scope_style

CLASS = "negmatrix"
_SCOPE = f".{CLASS}.{CLASS}"
"""The class twice stands over a notebook's own rules for tables, which name one class."""

_OWN = f"{_SCOPE}{{padding:1rem;text-align:start}}{_SCOPE} tbody tr:nth-child(n){{background:none}}"


def write_html_fragment(document: Document, out: TextIO) -> None:
    """Writes a document as one `div` with a style that touches nothing outside it, without scripts. Its ids begin with a
    name made of its content, so that several fit into one page.
    """
    names = Names(0, document.blocks, {})
    names.document = f"n{sha256(repr(document).encode('utf-8', 'backslashreplace')).hexdigest()[:10]}"
    out.write(f'<div class="{CLASS}">\n<style>{_find_style()}</style>\n')
    out.writelines(show_article(document, names, 2))
    out.write("</div>\n")


@lru_cache
def _find_style() -> str:
    return scope_style(read_style(), _SCOPE) + _OWN
