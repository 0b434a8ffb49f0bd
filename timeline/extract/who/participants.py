"""Who, to whom, where: the names of a claim with their roles, groups and pronouns looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.extract.scene import Reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, NAME, POSSESSIVE, Words
from timeline.extract.who.gender import given
from timeline.extract.who.life import hero
from timeline.extract.who.memory import Memory
from timeline.extract.who.names import Named
from timeline.languages.events import COORDINATOR, DETERMINER, PREPOSITION, SUBORDINATOR
from timeline.model.participant import Participant

_NEAR = 8
"""Words from the start of a sentence in which a pronoun or a group is its subject."""
_ANOTHER = ("sub", "rel")
"""Clauses that tell another deed."""
_HEADS = 12
"""Sentences that `the alliance` looks back."""


def participants(
    read: Reading, one: Predicate | None, left_out: frozenset[int], memory: Memory
) -> tuple[Participant, ...]:
    """The names of the sentence but for the words in `left_out`; first those carried over from sentences before.

    Where nobody is named, whom the document is about.
    """
    result = [*_groups(read, memory), *_pronoun(read, memory)]
    for at, name in enumerate(read.found):
        if name.first not in left_out:
            result += _roles(read.parsed, one, name, lies=bool(at) and _lies_in(read, read.found[at - 1], name))
    subject = memory.subject()
    if subject is not None and all(one.role == "where" for one in result):
        start = read.sentence.start
        result.append(Participant(subject.name, subject.kind, "about", start, start))
    return _once(result)


def of_the_line(
    people: tuple[Participant, ...], title: str, read: Reading, one: Predicate, *, several: bool
) -> tuple[Participant, ...]:
    """Who stands in the line, and the place that opens the sentence; `several`: it tells of several happenings.

    Else also whoever stands in no clause with another verb: `On a visit to Vik, …`, not `…; Moe said mass`.
    """
    opening, words = read.parsed.clauses[0], read.parsed.sentence
    ends = words.starts[opening.last] if opening.last < len(words) else 0
    told = title.split()
    later = [clause for clause in read.parsed.clauses if clause.first > one.head or clause.kind in _ANOTHER]
    others = [clause for clause in later if clause.finite is not None and clause.kind != "coord"]
    others = [clause for clause in others if clause.finite and words.words[clause.finite.head] not in told]
    spans = [(words.starts[clause.first], words.ends[clause.last - 1]) for clause in others]
    return tuple(
        who
        for who in people
        if who.start == who.end
        or who.name in title
        or who.text in title
        or (who.role == "where" and not opening.predicates and who.start < ends)
        or not (several or any(first <= who.start < last for first, last in spans))
    )


def _groups(read: Reading, memory: Memory) -> Iterator[Participant]:
    """`the two countries`, `both sides`, `the alliance`: who they are, by the sentences before."""
    words, events = read.parsed.sentence.words, memory.events
    if events.referring.isdisjoint(words):
        return
    for at, word in enumerate(words):
        if word not in events.referring:
            continue
        lower = word.lower()
        if lower in events.counts and at < _NEAR:
            yield from _group(read, at, events.counts[lower], memory)
        elif lower in events.sets["homeland"] and _definite(read, at):
            yield from _homeland(read, at, memory)
        elif lower in events.heads and at and read.parsed.sentence.bits[at - 1] & DETERMINER:
            yield from _head(read, at, memory)


def _group(read: Reading, at: int, count: int, memory: Memory) -> Iterator[Participant]:
    sentence, events = read.parsed.sentence, memory.events
    words = sentence.words
    if not sentence.bits[at] & DETERMINER and (at == 0 or words[at - 1].lower() not in events.sets["pair_leads"]):
        return
    for k in range(at + 1, min(at + 5, len(words))):
        kind = events.pair_nouns.get(words[k].lower())
        if kind is None:
            continue
        if len({name.name for name in read.found if name.kind == kind}) < count:
            for name in memory.group(read.number, count, kind):
                yield _carried(sentence, (at, k), (name.name, name.kind), "who" if at < 3 else "about")
        return


def _head(read: Reading, at: int, memory: Memory) -> Iterator[Participant]:
    """`the alliance`: the one of its meanings that the sentences before have named."""
    meant = memory.events.heads[read.parsed.sentence.words[at].lower()]
    for back in range(read.number - 1, max(-1, read.number - _HEADS), -1):
        for name in memory.named(back):
            if name.name in meant:
                yield _carried(read.parsed.sentence, (at, at), (name.name, name.kind), "about")
                return


def _definite(read: Reading, at: int) -> bool:
    sentence = read.parsed.sentence
    if not at or sentence.words[at - 1].lower() not in sentence.events.sets["the"]:
        return False
    return at < _NEAR or (at + 1 < len(sentence) and bool(sentence.bits[at + 1] & POSSESSIVE))


def _homeland(read: Reading, at: int, memory: Memory) -> Iterator[Participant]:
    """`the country's ministry`: the country that the nearest of the sentences before names first."""
    for back in range(read.number - 1, max(-1, read.number - 4), -1):
        for name in memory.named(back):
            if name.kind == "country":
                yield _carried(read.parsed.sentence, (at, at), (name.name, name.kind), "about")
                return


def _pronoun(read: Reading, memory: Memory) -> Iterator[Participant]:
    """`he`, `its`: the only person of the sentences before, or the one who is named after `when he …,`."""
    sentence, sets = read.parsed.sentence, memory.events.sets
    if any(one.kind == "person" and one.first < 6 for one in read.found):
        return
    for at, word in enumerate(sentence.words[:_NEAR]):
        lower = word.lower()
        if lower in sets["persons"]:
            opens = sentence.bits[0] & SUBORDINATOR or (at and sentence.bits[at - 1] & SUBORDINATOR)
            ahead = next((one.name for one in read.found if one.kind == "person" and one.first > at), None)
            told = hero(memory)
            own = told[0] if told is not None and lower in sets[told[1]] else memory.last_person(read.number)
            person = ahead if opens and ahead else own
            kind = next(kind for kind in ("males", "females") if lower in sets[kind])
            if person and given(person, memory.events) in (kind, None):
                does = (
                    lower in sets["replaced"]
                )  # `he left`; not `his sentence was cut`, `a glacier was named after her`
                yield _carried(sentence, (at, at), (person, "person"), "who" if does else "about")
            return
        if lower in sets["things"] and at < 3:
            body = memory.last_body(read.number)
            if body is not None:
                yield _carried(sentence, (at, at), (body.name, body.kind), "who")
            return


def _carried(sentence: Words, span: tuple[int, int], who: tuple[str, str], role: str) -> Participant:
    """Somebody named elsewhere (name, kind): an empty span, the words that point to the name."""
    start = sentence.starts[span[0]]
    return Participant(*who, role, start, start, sentence.text[start : sentence.ends[span[1]]])


def _lies_in(read: Reading, place: Named, name: Named) -> bool:
    """`in Vik, | Norway`."""
    joined = name.first == place.last + 1 and read.parsed.sentence.bits[place.last] & COMMA
    return bool(joined) and place.kind == "place"


def _roles(cut: Parsed, one: Predicate | None, name: Named, *, lies: bool) -> Iterator[Participant]:
    sentence = cut.sentence
    start, end = sentence.starts[name.first], sentence.ends[name.last - 1]
    text, before = sentence.text[start:end], _word_before(sentence, name.first)
    if name.people and before in sentence.events.sets["bygone"]:  # a former Soviet republic is not the Soviet Union
        return
    owns = name.last < len(sentence) and sentence.bits[name.last] & POSSESSIVE  # `in Norway's defeat`
    located = lies or (before in sentence.events.locatives and not name.people and not owns)
    role = "about" if lies else _role(cut, one, name, before)
    if name.kind == "place":
        if name.seat_of and not located and _acts(sentence, one, name, before):
            yield Participant(name.seat_of, "country", role, start, end, text)
        else:
            yield Participant(name.name, "place", "where", start, end, text)
        return
    yield Participant(name.name, name.kind, role, start, end, text)
    if name.kind == "country" and located:
        yield Participant(name.name, "country", "where", start, end, text)


def _word_before(sentence: Words, first: int) -> str:
    """What leads to a name: the word before its article and titles."""
    at, titles = first - 1, sentence.events.honorifics
    while at > 0 and (
        sentence.bits[at] & DETERMINER
        or sentence.words[at] in titles
        or sentence.words[at] == "."
        or (sentence.bits[at] & NAME and sentence.words[at + 1] in titles)
    ):
        at -= 1
    return sentence.words[at].lower() if at >= 0 else ""


def _role(cut: Parsed, one: Predicate | None, name: Named, before: str) -> str:
    """By the verb of the clause that a name stands in: `…, but Lord Moe refused` is told of him as of who did it."""
    sets = cut.events.sets
    if one is None:
        return "who"
    own = cut.clause_of(name.first).finite
    shared = one.form != "finite" or (name.last <= one.first and cut.clause_of(one.head).kind == "coord")
    verb = own if own is not None and not shared else one  # `Moe was wounded and died`: he who died
    after = name.last > verb.first + (1 if verb.form == "noun" else 0)
    led = before in cut.events.locatives or before in sets["belonging"]
    if name.people:
        return "about" if name.first > one.head or led else "who"
    if verb.passive and after and (before in sets["passive_agent"] or _joined_to_agent(cut, verb, name, before)):
        return "who"
    if before in sets["passive_agent"] and after:
        return "who"
    if led and not (verb.form == "noun" and before in sets["of"]):
        return "about"
    return "whom" if after or verb.passive else "who"


def _joined_to_agent(cut: Parsed, verb: Predicate, name: Named, before: str) -> bool:
    """`was founded by Ada Moe and her brother, | Karl Moe`: no other preposition stands before it."""
    words, bits, agents = cut.sentence.words, cut.sentence.bits, cut.events.sets["passive_agent"]
    by = next((k for k in range(verb.head + 1, name.first) if words[k].lower() in agents), None)
    between = bits[by + 1 : name.first] if by is not None else []
    return any(bit & COORDINATOR for bit in between) and not cut.events.bits.get(before, 0) & PREPOSITION


def _acts(sentence: Words, one: Predicate | None, name: Named, before: str) -> bool:
    """`Yerevan rejected …`, `talks with Moscow`: a capital that stands for its country."""
    sets = sentence.events.sets
    subject = one is not None and one.form == "finite" and not one.passive and name.last == one.first
    if one is not None and subject and before != "," and before not in sets["belonging"]:
        return one.lemma not in sets["hosting"]
    return before in sets["acting"]


def _once(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each name once as a place, once as an actor; the first naming stays."""
    kept: dict[tuple[str, bool], Participant] = {}
    for one in found:
        kept.setdefault((one.name, one.role == "where"), one)
    return tuple(kept.values())
