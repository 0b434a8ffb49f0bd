"""How a text is written, as far as rules must know before they are tried."""

from __future__ import annotations

LONGEST_POST = 400
"""Characters of a post; two of the signs below make a longer text no post."""
_SIGNS = ("#", "@", "http", "RT ")


def is_post(text: str) -> bool:
    """A short message with the signs of its medium: a handle, a tag, a link."""
    return len(text) <= LONGEST_POST and any(sign in text for sign in _SIGNS)
