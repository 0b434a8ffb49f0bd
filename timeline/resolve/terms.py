"""Names that a document gives to a dated thing: `gave written notice … ("the First Notice")`."""

from __future__ import annotations

import re

_NAMED = re.compile(r"[^.;\"\u201c]{0,120}?\([\"\u201c]([Tt]he [^\"\u201d()]{2,40})[\"\u201d]\)")


def defines(text: str) -> bool:
    """Whether the text names anything in this way at all."""
    return '("' in text or "(\u201c" in text


def term(text: str, end: int) -> str:
    """The name defined in the same sentence after an expression, folded; empty when none is."""
    match = _NAMED.match(text, end)
    return " ".join(match[1].lower().split()) if match else ""
