"""A part of somebody else's page: its style stays inside, nothing runs, and several stand side by side."""

import io
import re

import html5lib
import pytest

from negmatrix.document import Document
from negmatrix.writers.html.fragment import write_html_fragment
from negmatrix.writers.html.page import read_style
from negmatrix.writers.html.scoping import scope_style
from tests.documents import TALKS, show, show_everything

DOCUMENTS = {path.stem: show(path) for path in TALKS} | {"everything": show_everything(), "empty": Document("", ())}


def written(document: Document) -> str:
    out = io.StringIO()
    write_html_fragment(document, out)
    return out.getvalue()


def style_of(text: str) -> str:
    return text.partition("<style>")[2].partition("</style>")[0]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_one_element_that_runs_nothing_and_loads_nothing(name: str) -> None:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (root,) = parser.parseFragment(written(DOCUMENTS[name]), container="div")
    assert (root.tag, root.get("class")) == ("div", "negmatrix")
    assert not [one for one in root.iter() if one.tag in ("script", "link", "iframe", "img", "object", "html", "body")]
    assert not [key for one in root.iter() for key in one.attrib if key.startswith("on") or key == "src"]


def test_every_rule_holds_inside_only() -> None:
    style = style_of(written(DOCUMENTS["everything"]))
    flat = re.sub(r"@media[^{]*\{", "", style)
    heads = [head.strip(" }\n") for head in re.findall(r"[^{}]*(?=\{)", flat.replace("}", "}\n")) if head.strip(" }\n")]
    assert len(heads) > 100
    for head in heads:
        for selector in re.split(r",\s*(?![^(]*\))", head):
            assert selector.startswith(".negmatrix.negmatrix"), selector
    assert "@page" not in style
    assert "html" not in style
    assert style.count("{") == style.count("}")


def test_all_the_rest_of_the_page_s_rules_are_there() -> None:
    scoped = scope_style(read_style(), ".x")
    for rule in ("{--page:#ffffff", " .spark .gap{fill: var(--firm)}", " .paper{display: table}", " :is(h1, h2"):
        assert f".x{rule}" in scoped, rule
    assert scoped.count("@media") == read_style().count("@media")
    assert scope_style("main p, a{x: y}", ".x") == ""


def test_ids_differ_between_documents_and_not_between_calls() -> None:
    one, other = written(DOCUMENTS["paris"]), written(DOCUMENTS["writers"])
    ids = [set(re.findall(r' id="([^"]*)"', text)) for text in (one, other)]
    assert all(ids)
    assert not ids[0] & ids[1]
    assert written(DOCUMENTS["paris"]) == one
