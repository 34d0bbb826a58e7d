"""The page around the documents: its head with the style, which nothing else may add to, and its contents."""

from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from negmatrix.writers.html.articles import NAMELESS
from negmatrix.writers.html.colours import rule_colours
from negmatrix.writers.html.escaping import escape


def open_page(title: str) -> str:
    """The page up to its first document. The policy forbids everything but the page's own style."""
    style = read_style()
    policy = f"default-src 'none'; style-src '{hash_style(style)}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        '<meta name="generator" content="negmatrix">\n'
        f"<title>{escape(title) or NAMELESS}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )


def close_page() -> str:
    """What ends the page."""
    return "</main>\n</body>\n</html>\n"


def show_contents(headings: Sequence[tuple[str, str]]) -> str:
    """Links to headings, given as (id, text)."""
    links = "".join(f'<li dir="auto"><a href="#{name}">{escape(text)}</a></li>' for name, text in headings)
    return f'<nav aria-label="Contents"><ol>{links}</ol></nav>\n'


@lru_cache
def read_style() -> str:
    """The page's style: colours, then the style sheet."""
    sheet = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    return f"\n{rule_colours()}{sheet}"


def hash_style(style: str) -> str:
    """The style's hash as a policy names it."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
