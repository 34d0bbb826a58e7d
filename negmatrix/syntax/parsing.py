"""YAML text to nodes, by the fastest parser there is.

Events of the C parser cost a fifth of what `yaml.load` costs, and keep places, keys as typed and repeated keys.
"""

from typing import TYPE_CHECKING, Any

import yaml

from negmatrix.diagnostics import Diagnostic, error
from negmatrix.source import SourceText, Span
from negmatrix.syntax.building import Builder, StopReading
from negmatrix.syntax.faults import explain_fault
from negmatrix.syntax.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Callable


class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser for where libyaml is missing."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        """The scanner's own, without the escapes that libyaml refuses: those of surrogates and beyond Unicode."""
        problem = "found invalid Unicode character escape code"
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError) as fault:
            raise yaml.scanner.ScannerError(None, None, problem, self.get_mark()) from fault
        if any("\ud800" <= chunk <= "\udfff" for chunk in chunks):
            raise yaml.scanner.ScannerError(None, None, problem, self.get_mark())
        return chunks


def _fastest_parser() -> "Callable[[str], Any]":
    """Any: PyYAML publishes no types for its C parser."""
    return yaml.cyaml.CParser if yaml.__with_libyaml__ else PureParser  # type: ignore[attr-defined]  # not in its stubs


def parse_yaml(
    source: SourceText, parser: "Callable[[str], Any] | None" = None
) -> tuple[Node | None, list[Diagnostic]]:
    """The node that a text is, and the problems on the way; None when it is not YAML or empty."""
    builder = Builder(source)
    try:
        builder.build((parser or _fastest_parser())(source.text))
    except yaml.MarkedYAMLError as fault:
        return None, [*builder.refusals.problems.told(), explain_fault(source, fault)]
    except StopReading:
        return None, builder.refusals.problems.told()
    if builder.root is None:
        label = "expected talks, with a title, parties, issues and positions: 'negmatrix init' makes some to start from"
        return None, [
            *builder.refusals.problems.told(),
            error("empty-file", "there is nothing in this file", Span(source, 0, 0), label),
        ]
    return builder.root, builder.refusals.problems.told()
