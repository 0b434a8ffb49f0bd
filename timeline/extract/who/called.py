"""Who the singer is: `Rock singer Ada Moe is ill. … The singer left Vik` → `[Ada Moe] left Vik`."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extract.scene import Reading, Scene
from timeline.extract.who.gender import is_person
from timeline.languages.events import Events

_REACH = 1 << 14
"""Characters before it that are looked through."""
_HEADING = 2000
"""Characters in which the heading of a case stands."""
_CASE = re.compile(
    r"^[ \t*#]*([A-ZÀ-Þ][^\n,;:]{2,50}?)[ \t]+(?:v|vs|-v-)\.?[ \t]+([A-ZÀ-Þ][^\n,;:]{2,50}?)[ \t*]*$", re.M
)
"""`Moe v Hale Works Ltd`."""
_WORD = r"[A-ZÀ-Þ][\w’-]+"
"""Of a name."""


def called(scene: Scene, read: Reading, noun: str) -> str | None:
    """The only one whom the text before has called so, by name, or the heading of a case."""
    party = _party(scene, read, noun) or None
    if not is_person(noun, scene.events):
        return party
    before = scene.document.text[max(0, read.sentence.start - _REACH) : read.sentence.start]
    named, others = _patterns(noun, scene.events)
    told = {match[1] or match[2] for match in named.finditer(before)}
    if not told and party:
        return party
    if len(told) != 1 or others.search(named.sub(" ", before)):
        return None
    name = _bare(told.pop(), scene.events)
    return name if noun.title() not in name else None  # `Prime Minister Moe`


def _party(scene: Scene, read: Reading, noun: str) -> str:
    """`Ms Ada Moe v Hale Works Ltd`, a line of its own: who `the claimant` is, and who `the respondent`."""
    sets, head = scene.events.sets, scene.document.text[: min(_HEADING, read.sentence.start)]
    sides = [noun in sets["suing"], noun in sets["sued"]]
    cases = _CASE.findall(head) if any(sides) else []
    return _bare(cases[0][sides.index(True)], scene.events) if len(cases) == 1 else ""


def _bare(name: str, events: Events) -> str:
    """`Ms Ada Moe` → `Ada Moe`; `Ms Moe` stays."""
    title, _, rest = name.partition(" ")
    return rest if title.rstrip(".") in events.honorifics and " " in rest else name


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
