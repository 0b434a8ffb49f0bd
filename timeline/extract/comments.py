"""What readers wrote below a text: nothing of it is what the text tells."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from timeline.languages.events import Events

ARTICLE = 200
"""Characters that stand before comments at least; a text that opens with them is a thread, and told by its writers."""
FEWEST = 2
"""Marks of comments that make a thread."""
HEADER = 3000
"""Characters before the first line of buttons in which the time of its comment is looked for."""
SIGNED = 80
"""Characters that a comment is signed with before the time of day: a name, a date."""
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
_BETWEEN = r"[\s|·•.,–-]{1,6}"
_BAR = " |"
_BARRED = rf"[0-9]{{4}}[ ,]{{1,3}}[a-zà]{{1,4}} {_CLOCK} \|"
"""`7 March 2011 at 5:22 pm | `: the little word tells it from a log and from the row of a table."""


def begin(text: str, events: Events) -> int:
    """Where they begin; the length of the text if it has none."""
    if not any(map(text.__contains__, (_BAR, *events.buttons))):
        return len(text)
    signed, alone, header = _patterns(events)
    first = [found.start() for found in islice(signed.finditer(text, ARTICLE), FEWEST)]
    if len(first) == FEWEST:
        return max(text.rfind(end, first[0] - SIGNED, first[0]) for end in "\n.!?") + 1 or first[0]
    below = [found.start() for found in islice(alone.finditer(text, ARTICLE), FEWEST)]
    if len(below) < FEWEST:
        return len(text)
    headers = [found.start() for found in header.finditer(text, max(ARTICLE, below[0] - HEADER), below[0])]
    return headers[-1] if headers else below[0]


@lru_cache
def _patterns(events: Events) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A time with a button or a bar beside it; a line of buttons; a line that ends in a time."""
    buttons = "|".join(map(re.escape, events.buttons))
    time = rf"(?:{_CLOCK}|\b(?:{'|'.join(map(re.escape, events.ago))}))"
    return (
        re.compile(rf"{time}{_BETWEEN}(?:{buttons})(?!\w)|{_BARRED}"),
        re.compile(rf"^[ \t]{{0,8}}(?:{buttons})(?:[ |·•.,›»-]{{1,6}}\w{{1,16}}){{0,3}}[ ›»]{{0,4}}$", re.MULTILINE),
        re.compile(rf"^[^\n]{{0,80}}{time}[^\w\n]{{0,4}}$", re.MULTILINE),
    )
