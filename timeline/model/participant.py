"""Who or where: an entity as one claim names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity by its canonical name, with the words that named it."""

    name: str
    """Canonical: "Armenian" → `Armenia`."""
    kind: str
    """`country` | `organisation` | `person` | `place` | `group`."""
    role: str
    """`who` | `whom` | `where` | `speaker` | `about`; actors are all but `where` and `speaker`."""
    start: int
    end: int
    """Span of the naming words in the document; equal (`start == end`) when carried over from another sentence."""
    text: str = ""
    """The naming words as written."""
