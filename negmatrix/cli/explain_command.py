"""`negmatrix explain`."""

import sys
from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_codes
from negmatrix.cli.options import Color

Code = Annotated[
    str | None,
    typer.Argument(
        metavar="[CODE]", help="A problem's code; all of them, when left out.", autocompletion=complete_codes
    ),
]


def command(code: Code = None, width: options.WidthOption = None, color: options.ColorOption = Color.AUTO) -> int:
    """Explain a problem's code, with a bad and a good example; without a code, list all of them."""
    from negmatrix.cli.emitting import choose_streams_looks, print_documents
    from negmatrix.explanations import codes, explain
    from negmatrix.finding.lost import lost
    from negmatrix.views.explanation import show_explanation, show_explanations

    if code and code not in codes():
        raise lost("code", code, codes())
    document = show_explanation(explain(code)) if code else show_explanations([explain(one) for one in codes()])
    print_documents([document], choose_streams_looks(sys.stdout, width, color.value))
    return 0
