"""Union and find: which root a node hangs under."""

from __future__ import annotations

from typing import TypeVar

Node = TypeVar("Node", int, str)


def root(parent: dict[Node, Node], node: Node) -> Node:
    """The root of a node; the way to it is shortened in `parent`."""
    while parent[node] != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node
