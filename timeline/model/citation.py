"""A claim as a person's decision names it: by its key, and by what finds it again when its key is gone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """The key holds for as long as the document's bytes and the rules do; the rest holds longer."""

    claim: str
    """Its key."""
    document: str
    """Key of the document."""
    uri: str
    start: int
    end: int
    """The sentence, in the document's text as it was then."""
    quote: str
    """The sentence."""
    title: str = ""
    trigger: str = ""
    time_text: str = ""
    """Of several claims of one sentence, these tell which."""
