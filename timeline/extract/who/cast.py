"""Who is spoken of in a sentence and can be `he`: its subject, the others, and those who have no name."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import NamedTuple

from timeline.extract.line.shape import subject_before
from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NAME, POSSESSIVE, TIME
from timeline.extract.who.gender import gender, is_person
from timeline.extract.who.names import Named
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BE,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PAST,
    PREPOSITION,
    RELATIVE,
    THIRD,
)

_LONG = 9
"""Words of a subject that stands right before its verb."""
_NOUN = 6
"""Words from an article to the noun that it belongs to."""
_ENDS = CLOSED | COMMA | HARD | TIME | POSSESSIVE
"""What no article reaches over to its noun."""
_OWNER = 2
"""Words from `his` to the noun whose the next one is."""
_KINDS = ("males", "females", "neuters")
_USES = 40
"""Uses of a surname that are looked at."""
_LEAST = 2
"""Pronouns after it that tell the sex."""
_MORE = 3
"""Times as often as the other."""
_UNLIKE = re.compile(r"[^\w .'’-]|[0-9_]|(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)[a-zß-ÿ][A-ZÀ-Þ]")
"""What is in no person's name: other signs, and two words run together."""


class Cast(NamedTuple):
    """Of one sentence, up to a pronoun; whoever cannot be meant by it is left out."""

    near: Reading
    kind: str
    """Of the pronoun: `males` or `females`."""
    subject: str
    """`name`: `leader` is its subject, `pronoun`: the pronoun is, `noun`: somebody without a name, or empty."""
    leader: Named | None
    others: list[Named]
    strangers: list[list[int]]
    """The words of those without a name who are spoken of beside the subject."""


def cast(scene: Scene, near: Reading, before: int, kind: str) -> Cast:
    """Those whom a pronoun of this `kind` (`males`, `females`) can mean, of the words up to `before`."""
    cut, pronouns = near.parsed, scene.events.sets[kind]
    told = [word.lower() for word in cut.sentence.words[:before]]
    bits = cut.sentence.bits
    if 0 < before < len(bits) and bits[before - 1] & RELATIVE:  # `Moe thanked Karl Lind, | whom he had met`
        before -= 3 if before > 1 and bits[before - 2] & COMMA else 2
    fit = [name for name in near.found if name.last <= before and _possible(scene, near, name, kind)]
    words = [k for k in subject_before(cut, len(cut.clauses)) if k < before]
    of_his = bool(words) and told[words[0]] in pronouns  # `Her publisher, Moe, …`
    leader = next((name for name in fit if leads(near, name)), None) if not of_his else None
    beside = strangers(cut, [k for k in range(len(told)) if k not in words], kind)
    if leader is not None:
        others = [name for name in fit if name.name != leader.name and name.first not in words]
        return Cast(near, kind, "name", leader, others, beside)
    if strangers(cut, words, kind):
        return Cast(near, kind, "noun", None, fit, beside)
    opening = told[: fit[0].first] if fit else told
    pronoun = (of_his and len(words) == 1) or not pronouns.isdisjoint(opening)
    return Cast(near, kind, "pronoun" if pronoun else "", None, fit, beside)


def leads(near: Reading, name: Named) -> bool:
    """Is the name the subject of the first main clause: `Aretas crushed …`, `Dr Virta, 40, left …`?

    Also beside what it is: `The secretary, Ada Virta, left …`, `The son of a smith, Karl Moe left …`.
    """
    cut = near.parsed
    bits, words = cut.sentence.bits, subject_before(cut, len(cut.clauses))
    end = next((at for at, k in enumerate(words) if bits[k] & COMMA), len(words))
    opening = words[:end]
    while opening and bits[opening[-1]] & ADVERB:
        opening = opening[:-1]
    if not opening or end > _LONG:
        return False
    if opening[0] <= name.first <= opening[-1]:
        alone = not any(bits[k] & (PREPOSITION | COORDINATOR) for k in opening if k < name.first)
        return alone and opening[-1] == name.last - 1
    apart = (
        name.first - 1 in words and bits[name.first - 1] & COMMA and (name.last not in words or bits[name.last] & COMMA)
    )
    noun = next((k for k in opening if bits[k + 1] & (PREPOSITION | COMMA)), opening[-1])
    return bool(apart and bits[opening[0]] & DETERMINER) and is_person(cut.sentence.words[noun].lower(), cut.events)


def strangers(cut: Parsed, words: list[int], kind: str) -> list[list[int]]:
    """`the judge`, `Moe's mother`: those without a name; not `the driver Karl Moe`, `Karl Moe, a driver`."""
    return [found for k in words if (found := _stranger(cut, k, kind))]


def _stranger(cut: Parsed, k: int, kind: str) -> list[int]:
    """The words of the noun at `k`, from its article on, if it is such a one."""
    bits, told, events = cut.sentence.bits, cut.sentence.words, cut.events
    noun = told[k].lower()
    if bits[k] & (NAME | CLOSED | ADVERB) or not is_person(noun, events):
        return []
    if noun in events.sets["female_nouns" if kind == "males" else "male_nouns"]:
        return []
    if k + 1 < len(told) and (bits[k + 1] & NAME or not bits[k + 1] & ~EVENT):
        return []  # `the driver | Karl Moe`, `a former | mill`
    first = next((at for at in range(k - 1, max(-1, k - _NOUN), -1) if bits[at] & _ENDS), -1)
    if first < 0 or not bits[first] & (DETERMINER | POSSESSIVE):
        return []
    if not events.sets[kind].isdisjoint(word.lower() for word in told[max(0, first - _OWNER) : first + 1]):
        return []  # `Her publisher said she …`, `his daughter's friend`
    before = bits[first - 1] if first else 0
    acts = k + 1 < len(told) and bits[k + 1] & (PAST | THIRD | AUXILIARY)  # `On a visit to Vik, the actor said …`
    apposed = first > 1 and before & COMMA and bits[first - 2] & NAME and not acts
    said_to_be = before & BE or (first and told[first - 1].lower() in events.sets["likening"])
    return [] if apposed or said_to_be else list(range(first, k + 1))


def sex(scene: Scene, near: Reading, name: Named) -> str | None:
    """By name or title here, else by the title that the document gives the surname elsewhere."""
    here = told_sex(near, name)
    if here is not None:
        return here
    surname, titled = name.name.rpartition(" ")[2], scene.memory.titled
    if surname not in titled:
        titled[surname] = _titled(scene, surname) or _spoken_of(scene, surname)
    return titled[surname]


def told_sex(near: Reading, name: Named) -> str | None:
    """Whether a name is a man's or a woman's, as its sentence tells."""
    return gender(near.parsed.sentence.words, name.first, name.name, near.parsed.events)


def _titled(scene: Scene, surname: str) -> str | None:
    """By the title that the document gives a surname."""
    sets = scene.events.sets
    *leading, _ = scene.memory.passage.split(f" {surname}")
    for kind, titles in (("males", tuple(sets["male_titles"])), ("females", tuple(sets["female_titles"]))):
        if any(told.endswith(titles) for told in leading):
            return kind
    return None


def _spoken_of(scene: Scene, surname: str) -> str | None:
    """By the pronoun that follows the name in its sentences, where that is nearly always one; `neuters`: a firm."""
    sets, told = scene.events.sets, Counter[str]()
    for match in islice(re.finditer(rf"{re.escape(surname)}\b[^.!?\n]{{0,80}}", scene.memory.passage), _USES):
        words = match.group().lower().split()
        told[next((kind for word in words for kind in _KINDS if word in sets[kind]), "")] += 1
    (kind, most), (_, second) = sorted(((kind, told[kind]) for kind in _KINDS), key=lambda one: -one[1])[:2]
    return kind if most >= _LEAST and most >= _MORE * second else None


def _is_quoted(near: Reading, name: Named) -> bool:
    """`“Karl is gone,” Ada Moe said`: of whom somebody else speaks, in her own words."""
    words = near.parsed.sentence
    before, after = (
        words.text[words.first : words.starts[name.first]],
        words.text[words.ends[name.last - 1] : words.last],
    )
    return (before.count('"') % 2 == 1 and '"' in after) or (before.count("“") > before.count("”") and "”" in after)


def _possible(scene: Scene, near: Reading, name: Named, kind: str) -> bool:
    """Could the name be that of a man, or of a woman: not `Everyone`; nor one after whom the other pronoun stands?

    The bare name of `the ruler of Gela`, `in St Louis` may be a place.
    """
    words, events = near.parsed.sentence.words, scene.events
    if (
        _is_quoted(near, name)
        or name.kind != "person"
        or name.name.lower() in events.sets["anyone"]
        or _UNLIKE.search(name.name)
    ):
        return False
    own, other = sex(scene, near, name), "females" if kind == "males" else "males"
    theirs = events.sets[other]
    fresh = theirs.isdisjoint(word.lower() for word in words[: name.first])
    if own not in (kind, None) or (own is None and fresh and not theirs.isdisjoint(words[name.last :])):
        return False
    at = name.first - 1
    while at > 0 and (words[at] in events.honorifics or words[at] == "."):
        at -= 1
    before = words[at] if at >= 0 else ""
    return " " in name.name or not (before in events.sets["belonging"] or before in events.locatives)
