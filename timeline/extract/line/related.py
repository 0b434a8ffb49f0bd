"""A relative clause as a clause of its own: `His brother Hiero, who reigned …` → `His brother Hiero reigned …`."""

from __future__ import annotations

from timeline.extract.line.aside import called, complement_of, governor, past_aside
from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, TIME
from timeline.extract.timing.belonging import attested
from timeline.extract.who.gender import is_person, single
from timeline.languages.events import (
    ADVERB,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
    TO,
)

_PLAIN = 2
"""Words of a subject that names nobody: `The firm`, `Friends`."""
_PHRASE = 5
"""Words of a noun phrase before its preposition."""


def related(parsed: Parsed, clause: Clause, own: list[int], place: int) -> list[int]:
    """`His brother Hiero, who reigned …` → `His brother Hiero reigned …`."""
    skip = _relative_words(parsed, clause)
    meant = meant_by(parsed, clause, place)
    told = _up_to_next_verb(parsed, own[skip:])
    if meant is None:
        return []
    return _turned(parsed, clause, meant, told) if skip and told else meant + told


def _relative_words(parsed: Parsed, clause: Clause) -> int:
    """How many words a relative clause opens with: `, | who`."""
    bits = parsed.sentence.bits
    skip = 1 if bits[clause.first] & COMMA else 0
    owners = parsed.events.sets["owner_relatives"]
    while clause.first + skip < clause.last and bits[clause.first + skip] & (RELATIVE | THAT):
        if parsed.sentence.words[clause.first + skip] in owners:
            break
        skip += 1
    return skip


def meant_by(parsed: Parsed, clause: Clause, place: int) -> list[int] | None:
    """The words for whom or what a relative clause tells of; None where two could be meant."""
    bits, skip = parsed.sentence.bits, _relative_words(parsed, clause)
    person = parsed.sentence.words[clause.first + skip - 1].lower() in parsed.events.sets["personal_relatives"]
    above = governor(parsed, place)
    apart = bool(clause.first and (bits[clause.first] | bits[clause.first - 1]) & (COMMA | HARD))
    verb = clause.finite
    nearest = not apart or (verb is not None and not verb.passive and verb.lemma in parsed.events.sets["body_deeds"])
    meant = antecedent(parsed, past_aside(parsed, above) if person else above, nearest=nearest)
    if (whole := complement_of(parsed, above, meant)) is not None:
        return whole
    if not person and any(bits[k] & COORDINATOR and not bits[k] & NAME for k in meant[1:]) and apart:
        return None  # `Ash and the town of Vik, which were sold`: both, or the last of them?
    return _who(parsed, meant, verb) if person else _which(parsed, meant, verb)


def _beside(parsed: Parsed, at: int) -> bool:
    """`our first winter without | Father, who died`: after a word that says no place."""
    word = parsed.sentence.words[at]
    placed = word in parsed.events.locatives or word in parsed.events.sets["belonging"]
    return bool(parsed.sentence.bits[at] & PREPOSITION) and not placed


def _who(parsed: Parsed, meant: list[int], verb: Predicate | None) -> list[int]:
    """`an examination of | a man who died`, `the parents of | Ada Moe, who was shot`; nobody of `her death, who …`."""
    bits, words, events = parsed.sentence.bits, parsed.sentence.words, parsed.events
    if not meant or (bits[meant[-1]] & EVENT and not bits[meant[-1]] & NAME):
        return []
    named = _name(parsed, meant[-1] + 1)
    full = len(meant) > 2 and named and (len(named) > 1 or _beside(parsed, meant[-2]))
    agent = full and words[named[0] - 1] in events.sets["passive_agent"]  # `replaced at Vik by Ada Moe, who left`
    if full and (agent or not bits[meant[0]] & NAME) and bits[named[0] - 1] & PREPOSITION:
        return named  # `the case of Karl Moe, who was shot`
    at = next((k for k in reversed(meant[1:]) if bits[k] & PREPOSITION), None)
    if at is None or at + 1 not in meant or words[at] in events.sets["within"]:
        return meant
    if not (named or bits[at + 1] & DETERMINER):
        return meant
    person = is_person(single(words[at - 1], events), events)
    one = verb is not None and words[verb.first] in events.sets["of_one"]
    parted = one and words[at - 1].endswith(events.endings["plural"])  # `the parents of | …, who was shot`
    return [k for k in meant if k > at] if bits[at - 1] & EVENT or (named and (parted or not person)) else meant


def _which(parsed: Parsed, meant: list[int], verb: Predicate | None) -> list[int]:
    """`the end of | Lumen, which was founded in 1875`: what is told of a name, not of a part of it."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    named = _name(parsed, meant[-1] + 1) if meant else []
    if not named or len(named) + 2 > len(meant) or words[meant[0]].lower() in sets["indefinite"]:
        return meant
    of = named[0] - 1
    if not bits[of] & PREPOSITION or words[of] in parsed.events.locatives or words[of - 1][0].isupper():
        return meant  # `the church in Vik`, `the Treaty of Vik`
    return meant if verb is not None and words[verb.first] in sets["of_several"] else named


def _up_to_next_verb(parsed: Parsed, told: list[int]) -> list[int]:
    """`who backed Moe, | called on the board to act`: the verb after the comma is that of the main clause.

    `who fled in May, | and Ada Lindt were caught`: so is the second subject.
    """
    bits = parsed.sentence.bits
    firsts = {one.first for one in parsed.predicates if one.form == "finite" or bits[one.head] & PAST}
    end = next((at for at, k in enumerate(told) if at and bits[k] & COMMA and k + 1 in firsts), len(told))
    comma = next((at for at in range(1, end) if bits[told[at]] & COMMA), end)
    if comma + 2 < end and bits[told[comma + 1]] & COORDINATOR:
        noun = bits[told[comma + 2]] & (NAME | DETERMINER) or not bits[told[comma + 2]]
        return told[: comma if noun and firsts.isdisjoint(told[comma:end]) else end]
    return told[:end]


def _turned(parsed: Parsed, clause: Clause, meant: list[int], told: list[int]) -> list[int]:
    """`lines which Brazil froze` → `Brazil froze lines`; `the house in which she died` → `she died in the house`."""
    bits, words, verb = parsed.sentence.bits, parsed.sentence.words, clause.finite
    if verb is None:
        return meant + told
    plain = verb.first == told[0] + 1 and not bits[told[0]] & ~EVENT  # `that | cinema explored`
    subject = plain or bits[told[0]] & (NAME | DETERMINER | PRONOUN)
    if told[0] == verb.first or not subject or words[told[0] - 1] in parsed.events.sets["embedded"]:
        return meant + told
    after = bits[verb.head + 1] if verb.head + 1 < clause.last else HARD
    at = verb.head
    if after & (DETERMINER | PRONOUN | NAME | TO):  # `which Norway wants the bank to sell`
        at = next((one.head for one in clause.predicates if one.form == "infinitive" and one.head > at), -1)
    if at < 0:
        return meant + told
    if clause.first and bits[clause.first - 1] & PREPOSITION:
        home = parsed.clause_of(clause.first - 1)
        before = Clause(home.first, clause.first - 1, home.kind, home.number)
        meant = [clause.first - 1, *antecedent(parsed, before)]
    return [k for k in told if k <= at] + meant + [k for k in told if k > at]


def antecedent(parsed: Parsed, before: Clause, *, nearest: bool = False) -> list[int]:
    """Who or what a relative clause is about: the noun phrase before it, past a place (`a factory in Leipzig`).

    `nearest`: no comma stands between, as in `a repeat of | the quarrel that split the town`.
    """
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    heads = {k.head for k in parsed.predicates if k.form != "noun"}
    last = before.last
    while last > before.first and bits[last - 1] & COMMA:
        last -= 1
    if last > before.first and bits[last - 1] & TIME:  # `the meeting on 22 February, which …`
        last -= 1
        dated = bits[last - 1] & PREPOSITION or words[last - 1] in sets["dated"]
        last -= 1 if last > before.first + 1 and dated else 0  # `a deed dated 4 May, which …`
        if words[last - 1] in sets["closing"]:  # `a report for | the year ended 4 May`
            last = next((k for k in range(last, before.first, -1) if bits[k] & PREPOSITION), last)
    first = max(before.first, last - 1)
    while first > before.first and first - 1 not in heads and not bits[first - 1] & (COMMA | HARD):
        first -= 1
        if bits[first] & DETERMINER:
            of = (_name(parsed, last) or [0])[0] - 1
            part = nearest and of > first and words[of] in sets["of"]
            named = [] if part else _apposed(parsed, before.first, first)
            if named:  # `Paul Moe, a banker, | who died …`; not `Hale Works, the owner of Norba | which fell …`
                return named
            first = _from_article(parsed, before.first, first, last, nearest)
            break
        named_so = all(bits[k] & (NAME | NUMBER | PREPOSITION) for k in range(first + 1, last))
        if bits[first] & PREPOSITION and not (named_so or _of_kind(parsed, first)):
            break  # not at `the Royal Institute | of Technology in Vik`
    led = PREPOSITION | COORDINATOR | SUBORDINATOR
    if first < last - 1 and bits[first] & ADVERB and bits[first + 1] & NAME:
        first += 1  # `Even | Carl Holm, who …`
    while first < last and (bits[first] & led or bits[first] == THIRD or _that_name(bits, first, last)):
        first += 1
    if first and bits[first] & DETERMINER and bits[first - 1] & NUMBER:
        return []  # `a peak of 55 dollars | a barrel, which was reached in May`
    return list(range(first, last))


def _that_name(bits: list[int], at: int, last: int) -> bool:
    """`that | Carl Holm, who …`."""
    return bool(bits[at] & THAT and bits[min(at + 1, last - 1)] & NAME)


def _apposed(parsed: Parsed, least: int, article: int) -> list[int]:
    """`Paul Moe |, a banker`: the name before the comma before an article, if that is where it stands."""
    bits = parsed.sentence.bits
    behind = article - 2 > least and bits[article - 1] & COMMA and bits[article - 2] & NAME
    return _name(parsed, article - 1) if behind else []


def _from_article(parsed: Parsed, least: int, article: int, last: int, nearest: bool) -> int:
    """Where the phrase of an article begins, which may be within one: `a history | of the town`."""
    if _of_an_office(parsed, article, last):
        return _name(parsed, article - 1)[0]
    if called(parsed, article, last):
        return _name(parsed, article)[0]
    if parsed.sentence.bits[article - 1] & PREPOSITION and article - 1 > least and not nearest:
        return _new_thing(parsed, least, article - 1, article)
    return article


def _of_an_office(parsed: Parsed, at: int, last: int) -> bool:
    """`Chancellor of | the Exchequer Karl Moe, who …`: the article within the name of an office."""
    bits = parsed.sentence.bits
    titled = at > 1 and bits[at - 1] & PREPOSITION and bits[at - 2] & NAME
    return bool(titled) and last - at > _PLAIN + 1 and all(bit & NAME for bit in bits[at + 1 : last])


def _of_kind(parsed: Parsed, at: int) -> bool:
    """`a hall | of residence at Ash`: a bare noun that only tells what kind of thing it is."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    if words[at] not in parsed.events.sets["of"] or not words[at + 1].islower() or bits[at + 1] & (CLOSED | NUMBER):
        return False
    return not words[at + 1].endswith(parsed.events.endings["plural"]) and bool(bits[at + 2] & PREPOSITION)


def _name(parsed: Parsed, last: int) -> list[int]:
    """The name that ends before a word."""
    first = last
    while first and parsed.sentence.bits[first - 1] & NAME:
        first -= 1
    return list(range(first, last))


def _new_thing(parsed: Parsed, first: int, at: int, otherwise: int) -> int:
    """`a history | of the town, which was published`: what is told for the first time is what is told more of."""
    bits, words = parsed.sentence.bits, parsed.sentence.words
    for k in range(at - 1, max(first, at - _PHRASE) - 1, -1):
        if bits[k] & DETERMINER:
            return k if words[k].lower() in parsed.events.sets["indefinite"] else otherwise
        if bits[k] & (PREPOSITION | COMMA | HARD | PRONOUN | TIME) or any(one.head == k for one in parsed.predicates):
            return otherwise
    return otherwise


def whereby(parsed: Parsed, clause: Clause) -> bool:
    """`taught at Ash, | where she became a professor in 1971`: told whole without the place; not `where he worked`."""
    bits, verb = parsed.sentence.bits, clause.finite
    if verb is None or not clause.first or not bits[clause.first - 1] & COMMA:
        return False
    told = verb.passive or (verb.head + 1 < len(bits) and bits[verb.head + 1] & (DETERMINER | NAME))
    told = told or bits[verb.first - 1] & EVENT  # `where hearings opened in May`
    return bool(told) and parsed.sentence.words[clause.first] in parsed.events.sets["whereby"]


def _tells_now(parsed: Parsed, one: Predicate, opening: str, line: str) -> bool:
    """`whose session is planned for May`; `Guigo, who appears as an abbot in 1089`."""
    if attested(parsed, one) and opening in parsed.events.sets["personal_relatives"]:
        return len(line.split()) > _PLAIN
    whose = opening in parsed.events.sets["owner_relatives"] and one.passive
    return whose and parsed.sentence.words[one.head] in parsed.events.status["planned_adjectives"]


def tells(parsed: Parsed, one: Predicate, line: str) -> bool:
    """Does the line of a relative clause tell who did something, not how something is: not `The firm lost`?"""
    clause = parsed.clause_of(one.head)
    if clause.kind != "rel" or one.form != "finite":
        return True
    words, events = parsed.sentence.words, parsed.events
    opening = words[clause.first].lower()
    if opening in events.sets["embedded"] and parsed.sentence.bits[clause.first] & (RELATIVE | SUBORDINATOR):
        return False  # `told how the couple came`
    if one.tense == "present" and not one.perfect:
        return _tells_now(parsed, one, opening, line)
    bits, above = parsed.sentence.bits, clause.finite
    if above is not None and above.head < one.first and parsed.clause_of(above.head) is clause:
        near = bits[above.head + 1 : one.first]
        if not any(bit & (COORDINATOR | COMMA | THAT | RELATIVE) for bit in near):
            return False  # `A hearing of a man who was hurt while swimming will | be held today`
    if words[clause.first - 1] in events.sets["of"] and one.first == clause.first + 1:
        return False  # `nine verdicts, the worst of which was passed in May`
    if any(parsed.sentence.bits[k] & (DETERMINER | NAME | PRONOUN) for k in range(clause.first + 1, one.first)):
        return True  # `the mill, which the army had burned`
    if words[one.first - 1].lower() in events.counts or words[one.first - 1].lower() in events.sets["counted_out"]:
        return False  # `four letters, of which one was withdrawn`
    said, verb = line.split(), words[one.first]
    subject = said[: said.index(verb)] if verb in said else said
    if len(subject) > _PLAIN or any(word[:1] == "[" for word in subject):
        return True
    if subject and subject[0].lower() in events.sets["indefinite"]:
        return True
    does = [*bits[one.head + 1 : one.head + 2], HARD][0] & (DETERMINER | NAME | NUMBER)
    if does and clause.first == len(subject) and events.bits.get(subject[-1].lower(), 0) & EVENT:
        return True  # `The earthquake | that struck the valley`: what the sentence is about
    if len(subject) == 1 and subject[0].lower() in events.counts:
        return False  # `six songs and three that would be printed`
    named = [at for at, word in enumerate(subject) if word[:1].isupper()]
    opens = (
        events.bits.get(subject[0].lower(), 0) & DETERMINER or subject[0].lower() in events.nouns if subject else True
    )
    return any(at or not opens for at in named)
