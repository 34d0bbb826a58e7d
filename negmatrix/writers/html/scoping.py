"""The page's style for a part of somebody else's page: each rule holds inside an element of one class only."""

import re
from collections.abc import Iterator

_RULE = re.compile(r"(?P<head>[^{}]+)\{(?P<body>(?:[^{}]|\{[^{}]*\})*)\}")
_COMMA = re.compile(r",\s*(?![^(]*\))")
_WHOLE = (":root", "body")
_ABSENT = ("html", "main", "@page")


def scope_style(style: str, scope: str) -> str:
    """The rules with `scope` before each selector. What the page says of itself is said of the scope; what concerns its
    frame or paper is left out. It reads the style sheets of this folder: rules, and rules within `@media`.
    """
    return "".join(_scope_rules(style, scope))


def _scope_rules(style: str, scope: str) -> Iterator[str]:
    for rule in _RULE.finditer(style):
        head, body = rule["head"].strip(), rule["body"]
        if head.startswith("@media"):
            yield f"{head}{{{scope_style(body, scope)}}}"
        elif not head.startswith(_ABSENT):
            selectors = ",".join(_scope_selector(selector, scope) for selector in _COMMA.split(head))
            yield f"{selectors}{{{body.strip()}}}"


def _scope_selector(selector: str, scope: str) -> str:
    return scope if selector in _WHOLE else f"{scope} {selector}"
