"""A name that is only ever part of a longer one: `Ormond Street`, of `Great Ormond Street`."""

from __future__ import annotations

import re

from timeline.extract.who.capitals import compound
from timeline.extract.who.gender import given
from timeline.extract.who.memory import Memory
from timeline.languages.events import CLOSED, Events

_BEFORE = re.compile(r"[A-ZÀ-Þ][\w&’'-]{0,30}$")
_AFTER = re.compile(r" [A-ZÀ-Þ]\w")
_WORD = 32
"""Characters of the word before."""
_MOST = 12
"""Places that are looked at."""


def is_piece(name: str, memory: Memory) -> bool:
    """Does another part of the name stand before or after it wherever it is told? A title does not count.

    Nothing stands before a given name: `Novelist Ada Lindt`.
    """
    text, seen, whole = memory.text, 0, given(name, memory.events) is not None
    for at in memory.surnames.places(name):
        end = at + 1 + len(name)
        before = _BEFORE.search(text, max(0, at - _WORD), at)
        if not _AFTER.match(text, end) and (whole or before is None or _is_apart(before.group(), memory.events)):
            return False
        seen += 1
        if seen == _MOST:
            break
    return seen > 0


def _is_apart(word: str, events: Events) -> bool:
    """`Judge Goss`, `But Goss`, `US-born Goss`: no part of the name after it."""
    led = word in events.honorifics or word in events.roles or compound(word)
    return led or bool(events.bits.get(word.lower(), 0) & CLOSED) or word in events.calendar
