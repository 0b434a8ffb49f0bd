"""Foreign text made safe to show: it may try to move the cursor, turn the line round or start a formula."""

from __future__ import annotations

import re

REPLACED = "\ufffd"

# Patterns stay text until first used: `re` keeps what it compiled, and most runs meet no hostile sign at all.
_SPACES = "[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]{1,1000}"
_HOSTILE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
_UNSEEN = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
_NO_CELL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_HARMLESS = frozenset("0123456789 .:/XTZ~?%-")


def clean(text: str) -> str:
    """One line that a terminal shows as it stands: white space becomes a space, control and direction signs U+FFFD."""
    if text.isprintable():
        return text
    return re.sub(_HOSTILE, REPLACED, re.sub(_SPACES, " ", text))


def cell(text: str) -> str:
    """A spreadsheet's cell that stays text: what would be computed gets an apostrophe (OWASP on CSV injection).

    Line breaks and tabs inside are kept; other control signs become U+FFFD. Dates such as `-0043-03-15` stand.
    """
    if not text.isprintable():
        text = re.sub(_NO_CELL, REPLACED, text)
    if text.startswith(_FORMULA) and not _HARMLESS.issuperset(text):
        return "'" + text
    return text


def json_text(encoded: str) -> str:
    r"""JSON text in which every sign that a terminal obeys, and every lone surrogate, is written as `\uXXXX`."""
    if encoded.isascii() and "\x7f" not in encoded:
        return encoded
    return re.sub(_UNSEEN, lambda match: f"\\u{ord(match[0]):04x}", encoded)
