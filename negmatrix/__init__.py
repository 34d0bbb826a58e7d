"""Who agrees with whom on what: negotiation matrices from plain YAML.

>>> import negmatrix as nm
>>> talks = nm.load("data/paris.yaml")
>>> nm.show(talks).result.overall.alignment
Fraction(5, 9)

`load` and `read` give talks; `show`, `issue`, `compare`, `pairs`, `diff`, `history`, `trades`, `proposals` and `export` give a View of them,
with the exact result and every format; `check` gives all that is wrong. Nothing is imported before it is used.
"""

from typing import TYPE_CHECKING, Any

from negmatrix.version import __version__

if TYPE_CHECKING:
    from negmatrix.analysis.changes import Change, Changes
    from negmatrix.analysis.comparison import Comparison
    from negmatrix.analysis.fit_records import Proposals
    from negmatrix.analysis.history_records import History
    from negmatrix.analysis.issue_report import IssueReport
    from negmatrix.analysis.matrix import MatrixResult
    from negmatrix.analysis.pair_map import PairMap
    from negmatrix.analysis.pairs import Pair
    from negmatrix.analysis.report import Report
    from negmatrix.analysis.trade import Trade
    from negmatrix.analysis.trades import Trades
    from negmatrix.api.loading import TalksError, check, check_text, describe, load, read
    from negmatrix.api.looking import compare, export, issue, show
    from negmatrix.api.pairing import pairs
    from negmatrix.api.rounds import diff, history
    from negmatrix.api.trading import proposals, trades
    from negmatrix.api.view import View
    from negmatrix.diagnostics import Diagnostic, Severity
    from negmatrix.finding.lost import LostError
    from negmatrix.model.talks import Talks
else:  # for a type checker, which reads the imports above, any other name is a mistake

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        room = next((room for room, names in _ROOMS.items() if name in names), None)
        if room is None:
            raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
        value = globals()[name] = getattr(import_module(f"{__name__}.{room}"), name)
        return value


__all__ = [
    "Change",
    "Changes",
    "Comparison",
    "Diagnostic",
    "History",
    "IssueReport",
    "LostError",
    "MatrixResult",
    "Pair",
    "PairMap",
    "Proposals",
    "Report",
    "Severity",
    "Talks",
    "TalksError",
    "Trade",
    "Trades",
    "View",
    "__version__",
    "check",
    "check_text",
    "compare",
    "describe",
    "diff",
    "export",
    "history",
    "issue",
    "load",
    "pairs",
    "proposals",
    "read",
    "show",
    "trades",
]

_ROOMS = {
    "analysis.changes": ("Change", "Changes"),
    "analysis.comparison": ("Comparison",),
    "analysis.fit_records": ("Proposals",),
    "analysis.history_records": ("History",),
    "analysis.issue_report": ("IssueReport",),
    "analysis.matrix": ("MatrixResult",),
    "analysis.pair_map": ("PairMap",),
    "analysis.pairs": ("Pair",),
    "analysis.report": ("Report",),
    "analysis.trade": ("Trade",),
    "analysis.trades": ("Trades",),
    "api.loading": ("TalksError", "check", "check_text", "describe", "load", "read"),
    "api.looking": ("compare", "export", "issue", "show"),
    "api.pairing": ("pairs",),
    "api.rounds": ("diff", "history"),
    "api.trading": ("proposals", "trades"),
    "api.view": ("View",),
    "diagnostics": ("Diagnostic", "Severity"),
    "finding.lost": ("LostError",),
    "model.talks": ("Talks",),
}
"""Where each name is imported from when it is first asked for; a test holds it against the imports above."""


def __dir__() -> list[str]:
    return __all__
