"""Who, to whom, where: the names of a claim with their roles, groups and pronouns looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.extract.clauses import Parsed
from timeline.extract.memory import Memory
from timeline.extract.names import Named
from timeline.extract.predicates import Predicate
from timeline.extract.words import Words
from timeline.languages.events import SUBORDINATOR, Events
from timeline.model.participant import Participant

_PRONOUNS = frozenset(["he", "she", "his", "her", "it", "its", "He", "She", "His", "Her", "It", "Its"])
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}


def participants(
    parsed: Parsed, one: Predicate | None, found: Sequence[Named], left_out: frozenset[int], memory: Memory, number: int
) -> tuple[Participant, ...]:
    """The names of the sentence but for the words in `left_out`; first those carried over from sentences before."""
    events = memory.events
    result = [*carried(parsed.sentence, found, memory, number)]
    for name in found:
        if name.first in left_out:
            continue
        result.extend(_roles(parsed.sentence, one, name, events))
    return _once(result)


def carried(sentence: Words, found: Sequence[Named], memory: Memory, number: int) -> Iterable[Participant]:
    """`the two countries`, `both sides`, `the alliance`, `he`: who they are, by the sentences before."""
    events, words = memory.events, sentence.words
    for at, word in () if events.referring.isdisjoint(words) else enumerate(words):
        if word not in events.referring:
            continue
        lower = word.lower()
        count = _COUNTS.get(lower)
        if count is not None and at < 8:
            yield from _group(sentence, at, count, found, memory, number)
        elif lower in events.heads and at and words[at - 1].lower() == "the":
            yield from _head(sentence, at, events.heads[lower], memory, number)
    if not _PRONOUNS.isdisjoint(words[:8]) and not any(one.kind == "person" and one.first < 6 for one in found):
        yield from _pronoun(sentence, found, memory, number)


def _group(
    sentence: Words, at: int, count: int, found: Sequence[Named], memory: Memory, number: int
) -> Iterable[Participant]:
    words = sentence.words
    if words[at].lower() != "both" and (at == 0 or words[at - 1].lower() not in ("the", "these", "those", "between")):
        return
    for k in range(at + 1, min(at + 5, len(words))):
        kind = memory.events.pair_nouns.get(words[k].lower())
        if kind is None:
            continue
        here = {name.name for name in found if name.kind == kind}
        if len(here) >= count:
            return
        start, end = sentence.starts[at], sentence.ends[k]
        for name in memory.group(number, count, kind):
            yield Participant(
                name.name, name.kind, "who" if at < 3 else "about", start, start, sentence.text[start:end]
            )
        return


def _head(sentence: Words, at: int, meant: Sequence[str], memory: Memory, number: int) -> Iterable[Participant]:
    """`the alliance`: the one of its meanings that the sentences before have named."""
    start, end = sentence.starts[at], sentence.ends[at]
    for back in range(number - 1, max(-1, number - 12), -1):
        for name in memory.named(back):
            if name.name in meant:
                yield Participant(name.name, name.kind, "about", start, start, sentence.text[start:end])
                return


def _pronoun(sentence: Words, found: Sequence[Named], memory: Memory, number: int) -> Iterable[Participant]:
    for at, word in enumerate(sentence.words[:8]):
        lower = word.lower()
        if lower in ("he", "she", "his", "her"):
            ahead = next((one.name for one in found if one.kind == "person" and one.first > at), None)
            opens = sentence.bits[0] & SUBORDINATOR or sentence.bits[at - 1] & SUBORDINATOR
            person = ahead if opens and ahead else memory.last_person(number)
            if person:
                start = sentence.starts[at]
                yield Participant(person, "person", "who", start, start, word)
            return
        if lower in ("it", "its") and at < 3:
            body = memory.last_body(number)
            if body is not None:
                start = sentence.starts[at]
                yield Participant(body.name, body.kind, "who", start, start, word)
            return


def _roles(sentence: Words, one: Predicate | None, name: Named, events: Events) -> Iterable[Participant]:
    start, end = sentence.starts[name.first], sentence.ends[name.last - 1]
    text = sentence.text[start:end]
    before = sentence.words[name.first - 1].lower() if name.first else ""
    if before == "the" and name.first > 1:
        before = sentence.words[name.first - 2].lower()
    located = before in events.locatives and not name.people
    role = _role(one, name, before)
    if name.kind == "place":
        if name.seat_of and not located and _acts(sentence, one, name, before):
            yield Participant(name.seat_of, "country", role, start, end, text)
        else:
            yield Participant(name.name, "place", "where", start, end, text)
        return
    yield Participant(name.name, name.kind, role, start, end, text)
    if name.kind == "country" and located:
        yield Participant(name.name, "country", "where", start, end, text)


def _role(one: Predicate | None, name: Named, before: str) -> str:
    if name.people or one is None:
        return "about" if one is not None and name.first > one.head else "who"
    if name.last <= one.first + (1 if one.form == "noun" else 0):
        return "whom" if one.passive else "who"
    if before == "by":
        return "who"
    return "whom"


def _acts(sentence: Words, one: Predicate | None, name: Named, before: str) -> bool:
    """`Yerevan rejected …`, `talks with Moscow`: a capital that stands for its country."""
    if (
        one is not None
        and one.form == "finite"
        and not one.passive
        and name.last == one.first
        and before not in (",", "of")
    ):
        return one.lemma not in ("be", "host", "have", "see", "fall", "become", "remain")
    return before in ("with", "between", "by") and name.last < len(sentence.words)


def _once(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each name once a role, an actor once in all; the first naming stays."""
    kept: dict[tuple[str, bool], Participant] = {}
    for one in found:
        kept.setdefault((one.name, one.role == "where"), one)
    return tuple(kept.values())
