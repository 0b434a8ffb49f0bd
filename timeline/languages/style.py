"""How a text is written, as far as rules must know before they are tried."""

from __future__ import annotations

import re

LONGEST_POST = 400
"""Characters of a post that bears a sign of its medium: a handle, a tag, a link."""
LONGEST_REMARK = 160
"""Characters of one that bears none, and is known by its manner."""
_SIGNS = re.compile(r"(?<!\w)(?:#[^\W\d]\w|@ ?\w)|http|RT ")
"""A tag, a handle, a link; not `# Heading`, `issue #4`, `ann@vik.example`."""
_MANNER = re.compile(
    r"\b(?:I|I'?m|my|me|u|you|your|lol|omg|wtf|gonna|wanna|gotta|kinda|haha[ha]{0,9}|tmr|tdy|lah|gg|pls|plz|ppl|fml|yay|btw"
    r"|idk|tbh|otw|ur|im|abt|hv|hving|gd|cant|dont|didnt|havent|wont|isnt|doesnt|lets|cos|coz|cuz|yeah|yea|nope|hey|wow|ugh"
    r"|damn|shit|fuck|thx|xd)\b|[!?]{2}|!(?:\s|$)|\.\.|~|[:;]-?[()D]|([A-Za-z])\1{2}(?<![xivlcXIVLCwW]{3})",
    re.IGNORECASE,
)


def is_post(text: str) -> bool:
    """A short message with the signs of its medium, or a shorter one in the manner of a chat."""
    if len(text) > LONGEST_POST:
        return False
    if _SIGNS.search(text):
        return True
    return len(text) <= LONGEST_REMARK and _MANNER.search(text) is not None
