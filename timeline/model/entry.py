"""One line of a chronology that a person made: it says itself when and what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A date as told and what happened; what it does not tell is empty."""

    text: str
    """What happened, in one line."""
    date: str = ""
    """EDTF, or words such as `March 2004`; empty: undated."""
    end: str = ""
    """Where it lasted: its last day, in the same forms."""
    note: str = ""
    source: str = ""
    """Who says so: entries of one source are one document."""
    kind: str = "point"
    status: str = "reported"
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
