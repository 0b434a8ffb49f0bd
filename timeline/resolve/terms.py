"""Names that a document gives to a dated thing: `gave written notice … ("the First Notice")`."""

from __future__ import annotations

import re

_NAMED = re.compile(r"[^.;\"\u201c]{0,120}?\([\"\u201c](the [^\"\u201d()]{2,40})[\"\u201d]\)")


def term(text: str, end: int) -> str:
    """The name defined in the same sentence after an expression, folded; empty when none is."""
    if '("' not in text[end : end + 170] and "(\u201c" not in text[end : end + 170]:
        return ""
    match = _NAMED.match(text, end)
    return " ".join(match[1].lower().split()) if match else ""
