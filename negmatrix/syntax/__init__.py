"""From bytes to nodes with places: YAML 1.2 as people write it, without anchors, tags and surprises."""

from negmatrix.syntax.decoding import decode_text
from negmatrix.syntax.nodes import Mapping, Node, Sequence, Unread
from negmatrix.syntax.parsing import parse_yaml

__all__ = ["Mapping", "Node", "Sequence", "Unread", "decode_text", "parse_yaml"]
