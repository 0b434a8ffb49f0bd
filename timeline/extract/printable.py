"""Is a claim worth a line in print?"""

from __future__ import annotations

from timeline.extract.predicates import Predicate
from timeline.extract.scene import Scene
from timeline.languages.events import ING, PREPOSITION
from timeline.model.claim import Claim


def printable(made: Claim, one: Predicate, scene: Scene) -> bool:
    """Not `Election`, `Took over`, `Announcing the results`, a state that holds today, or what `we should …`."""
    words, events = made.title.split(), scene.events
    opening = words[0].lower() if words else ""
    bits = events.bits.get(opening, 0)
    if one.form == "noun":
        named = any(word[:1].isupper() for word in words[1:])
        verbal = bits & ING or opening.endswith(events.endings["ing"])
        return not verbal and len(words) >= (4 if named else 5)
    if opening in events.sets["general"] and made.status == "conditional":
        return False
    if one.state and one.tense in ("present", "conditional") and not one.perfect and _holds_today(made, scene.today):
        return False
    if bits & PREPOSITION and one.form != "finite" and "," not in made.title:
        return False
    return len(words) >= (3 if opening.startswith("[") else 2)


def _holds_today(made: Claim, today: int | None) -> bool:
    when = made.when
    if made.kind != "point" or today is None or when is None or when.first_day is None or when.last_day is None:
        return False
    return when.first_day <= today <= when.last_day
