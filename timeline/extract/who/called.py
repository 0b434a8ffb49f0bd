"""Who the singer is: `Rock singer Ada Moe is ill. … The singer left Vik` → `[Ada Moe] left Vik`."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extract.scene import Reading, Scene
from timeline.extract.who.gender import is_person
from timeline.languages.events import Events

_REACH = 1 << 14
"""Characters before it that are looked through."""
_WORD = r"[A-ZÀ-Þ][\w’-]+"
"""Of a name."""


def called(scene: Scene, read: Reading, noun: str) -> str | None:
    """The only one whom the text before has called so, by name."""
    if not is_person(noun, scene.events):
        return None
    before = scene.document.text[max(0, read.sentence.start - _REACH) : read.sentence.start]
    named, others = _patterns(noun, scene.events)
    told = {match[1] or match[2] for match in named.finditer(before)}
    if len(told) != 1 or others.search(named.sub(" ", before)):
        return None
    name = told.pop()
    return name if noun.title() not in name else None  # `Prime Minister Moe`


@lru_cache(maxsize=256)
def _patterns(noun: str, events: Events) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`singer Ada Moe`, `Ada Moe, 40, the rock singer`; `a singer` who has no name, `the singers`."""
    word, sets = re.escape(noun), events.sets
    name = rf"(?<![\w’-]){_WORD}(?: (?:(?:{'|'.join(sorted(sets['particles']))}) )?{_WORD}){{1,2}}"
    one, many = sets["indefinite"] | sets["the"], sets["indefinite"] | sets["several"]
    led = rf"\b(?:{word}|{re.escape(noun.title())}),? ({name})"
    after = rf"({name}),(?: [0-9]+,)? (?:{'|'.join(sorted(one))}) (?:[\w-]+ ){{0,3}}{word}\b"
    other = rf"\b(?:{'|'.join(sorted(many))}) (?:[\w-]+ ){{0,2}}{word}\b(?!,? [A-ZÀ-Þ])"
    plural = "|".join(f"{word}{end}" for end in events.endings["plural"])
    return re.compile(f"{led}|{after}"), re.compile(rf"{other}|\b(?:{plural})\b")
