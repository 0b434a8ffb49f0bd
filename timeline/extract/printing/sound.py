"""Does a line, read alone, say something: no call to the reader, no pointer to the page, no lost verb?"""

from __future__ import annotations

import re

from timeline.languages.events import (
    AUXILIARY,
    BASE,
    BE,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    TO,
    Events,
)
from timeline.model.claim import Claim

_POSTED = re.compile(r"[@#](?<![^\s(][@#])[A-Za-z_]\w{1,30}")
"""`@ashmere`, `#floods`: what was posted. `re` skips to the sign."""
_AGE = re.compile(r", [0-9]{1,2}$")
_NEAR = 3
"""Words between the two halves of what is likened."""
_SAYS = 45
"""Signs of a quotation that says something though it is cut."""
_APOSTROPHES = ("'", "’")


def without_age(title: str) -> str:
    """`was convicted of the murder of Ada Lindt, 19` loses the age at its end."""
    return _AGE.sub("", title)


def sound(made: Claim, events: Events) -> bool:
    """Can the line stand in print?"""
    words = made.title.split()
    posted = _POSTED.search(made.quote) is not None
    readers = events.sets["readers"] - events.sets["addressed"]  # of `You left`, `nobody_known` judges
    if not words or posted or "?" in made.title or words[0].lower() in readers:
        return False
    if words[0][0] == "(" or (words[0][-1] == "," and words[0].endswith(events.endings["ing"], 0, -1)):
        return False  # `(directed by Ada Lindt)`, `Writing, Ada Lindt held that …`
    opening = words[0] if words[0].isupper() else words[0].lower()  # `WHO` is no `who`
    for sign in _APOSTROPHES:
        opening = opening.partition(sign)[0]
    led = opening in events.sets["of"] or opening in events.sets["such"] or events.bits.get(opening, 0) & TO
    if led and "," not in made.title:
        return False  # `Of the respect that he would show`
    if opening in events.sets["pointing"] or (opening != words[0].lower() and opening in events.sets["replaced"]):
        return False
    second = words[1].lower() if len(words) > 1 else ""
    if opening in events.sets["existing"] and not events.bits.get(second, 0) & AUXILIARY:
        return False
    if _likens(made.quote, words, events) or _breaks_off(made.title):
        return False
    done_to = [events.bits.get(word, 0) for word in words[-3:-1]]  # `had been broken into`
    phrasal = len(done_to) > 1 and done_to[0] & BE and done_to[1] & PARTICIPLE
    if words[-1] in events.sets["dangling"] and not (phrasal and events.bits.get(words[-1], 0) & PREPOSITION):
        return False
    if events.bits.get(words[-1], 0) & AUXILIARY or _opens_with_its_day(made):
        return False
    return not _calls(opening, words[1:2], events)


def _likens(quote: str, words: list[str], events: Events) -> bool:
    """`The mill is as old |`, of `is as old today as when it was built`."""
    if not events.sets["likening"].intersection(words[-2:-1]):
        return False
    after = quote.partition(" ".join(words[-2:]))[2].split()
    return not events.sets["likening"].isdisjoint(after[:_NEAR])


def _breaks_off(title: str) -> bool:
    """`said: “We now have a situation …”`: a quotation that is cut before it says anything."""
    return title[-2:-1] == "…" and len(title) - max(title.rfind("“"), title[:-1].rfind('"')) < _SAYS


def _opens_with_its_day(made: Claim) -> bool:
    """`Last week saw a launch`, `Today’s report said …`: told from the day of the document, which is not the line's."""
    told, anchor = made.time_text.lower(), made.provenance.anchor or ""
    opens = bool(told) and made.title.lower().startswith(told)
    return opens and anchor.startswith("document") and not made.title[len(told) : len(told) + 1].isalpha()  # `Mayor`


def _calls(opening: str, second: list[str], events: Events) -> bool:
    """`Think of the children`, `Catch her in Ashmere`: what the reader is told to do."""
    bit = events.bits.get(opening, 0)
    if not bit & BASE or bit & EVENT or opening in events.nouns or not second:
        return False
    if events.bits.get(second[0], 0) & PREPOSITION and opening in events.say:  # `Think of all the songs`
        return True
    return bool(events.bits.get(second[0], 0) & (DETERMINER | PRONOUN)) or second[0] in events.sets["hearers"]
