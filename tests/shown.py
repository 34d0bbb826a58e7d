"""Issues, pairs and drafts as a terminal shows them, compared with what was looked at before."""

import io

from negmatrix.analysis.issue_report import measure_issue
from negmatrix.document import Document, Table
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.views.issue import show_issue
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks
from tests.test_show import ROOT, SHOWN

FISHERY = SHOWN / "fishery.yaml"
UKRAINE = ROOT / "data" / "ukraine.yaml"


def printed(document: Document, width: int | None = 100, encoding: str = "utf-8") -> str:
    out = io.StringIO()
    write_terminal(document, out, Looks(width=width, encoding=encoding))
    return out.getvalue()


def expect(name: str, text: str, regenerate: bool) -> None:
    expected = SHOWN / f"{name}.txt"
    if regenerate:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def issue_of(talks: Talks) -> Document:
    return show_issue(measure_issue(talks, standing_in(talks, "r"), "x"))


def only_table(document: Document) -> Table:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return table
