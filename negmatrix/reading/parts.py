"""Sections: parts that are read only once all scales are known."""

from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import (
    Field,
    Kind,
    reference,
)
from negmatrix.syntax.nodes import Node


def _keep(desk: Desk, node: Node) -> Node:  # noqa: ARG001 - a section that is read once all scales are known
    return node


def section(name: str) -> Kind:
    """A part of talks or of a round, whose JSON Schema goes by this name."""
    return Kind(_keep, "its entries", reference(name))


def is_section(row: Field) -> bool:
    """Whether a field holds such a part."""
    return row.kind.read is _keep
