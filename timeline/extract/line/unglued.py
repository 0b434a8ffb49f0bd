"""Two lines that lost what parted them: `…the reportThe mill burned down`, `in Ashmere.The mill`."""

from __future__ import annotations

import re

from timeline.languages.events import CLOSED, Events

_SEAM = re.compile(r"[A-Z](?<=[a-z0-9]{2}[A-Z])(?=[a-z]{0,20}\b)")
"""A capital inside a word, to which `re` skips: `reportThe`, `gangPolice`."""
_STOP = re.compile(r"(?<=[a-z0-9”’)])[.?!](?=[“‘'\"]?[A-Z])|(?<=[a-z])\.(?=[0-9]{1,2}[.:][0-9]{2})| ?[•·] ?")
"""A full stop, or a mark of a list, without a space after it: `in Ashmere.The`."""
_STOPS = (".", "?", "!", "•", "·")
_WHOLE = 4
"""Words of what stands on one side of a seam, at least."""


def unglued(title: str, trigger: str, events: Events) -> str:
    """`…the reportThe mill burned down` → `The mill burned down`: the side of a seam on which the happening is told."""
    if any(map(title.__contains__, _STOPS)) and _STOP.search(title):
        said = [piece for piece in _STOP.split(title) if re.search(rf"\b{re.escape(trigger)}\b", piece)]
        title = said[0].strip(" ,;:") if said and said[0].count(" ") >= _WHOLE - 1 else ""
    if not _SEAM.search(title):
        return title
    pieces, first = [], 0
    for match in _SEAM.finditer(title):
        start = title.rfind(" ", 0, match.start()) + 1
        head, tail = title[start : match.start()], re.split(r"\W", title[match.start() :], maxsplit=1)[0]
        if (head.isalpha() and head.islower() and len(head) > 2) or (
            events.bits.get(tail.lower(), 0) & CLOSED and title[start : match.end()] not in events.sets["unparted"]
        ):
            pieces.append(title[first : match.start()])
            first = match.start()
    pieces.append(title[first:])
    if len(pieces) == 1:
        return title
    told = next((piece for piece in pieces if re.search(rf"\b{re.escape(trigger)}\b", piece)), "")
    return told.strip(" ,;:") if told.count(" ") >= _WHOLE - 1 else ""
