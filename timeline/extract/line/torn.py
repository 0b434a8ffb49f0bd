"""A line that breaks off in the middle of what its sentence goes on to say: `released a report on the state |`."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.line.ending import lists
from timeline.extract.line.fitting import length
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, PUNCTUATION, QUOTE, TIME
from timeline.extract.who.gender import is_person, single
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BASE,
    CLOSED,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    NEGATION,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
)

_FULL_STOPS = frozenset(".!?")
_LISTED = 4
"""Words of a part of a list."""
_NOUN = 5
"""Words of a noun phrase."""
_TOLD = 4
"""Words of a relative clause that tell something, at least."""
_FARTHEST = 160
"""Signs of a line that could not be cut sooner: a long one is better than none."""


def mended(parsed: Parsed, kept: list[int], one: Predicate, left_out: frozenset[int]) -> list[int]:
    """The line up to the last place where a sentence could end; none of it where that is before its verb.

    `left_out`: dates, and words of other claims.
    """
    bits = parsed.sentence.bits
    while len(kept) > 1 and _weighs(parsed, kept[-1]) and _led(parsed, kept[-1] + 1):
        kept = kept[:-1]  # `took nothing merely | because`
    if (
        len(kept) > 1
        and bits[kept[-1]] & PREPOSITION
        and any(bit & RELATIVE for bit in bits[kept[-1] + 1 : kept[-1] + 2])
    ):
        kept = kept[:-1]  # `described it in an article in | which`
    home = parsed.clause_of(one.head)
    if kept and home.kind == "rel" and home.last == kept[-1] + 1:
        return kept  # `The hall that will be built next year | will be large`
    turned = kept != sorted(kept)  # `the house in which she died` → `she died in the house`
    if turned or not kept or not torn(parsed, kept, left_out):
        return kept
    told = told_last(parsed, kept, one)
    for at in range(len(kept) - 1, 0, -1):
        if kept[at - 1] <= told:
            break
        ends = bits[kept[at]] & (COMMA | HARD) or parsed.clause_of(kept[at]).first == kept[at]
        if ends and bits[kept[at]] & COMMA and lists(parsed, kept[at - 1]):
            continue
        if ends and not torn(parsed, kept[:at], left_out):
            return kept[:at]
    return []


def _weighs(parsed: Parsed, k: int) -> bool:
    """`merely | because`, `just | as`; not `to come forward | as`."""
    bit, word = parsed.sentence.bits[k], parsed.sentence.words[k]
    if not bit & ADVERB or bit & PREPOSITION:
        return False
    return word.endswith(parsed.events.endings["adverb"]) or word in parsed.events.sets["trailing"]


def lengthened(
    parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int], others: frozenset[int]
) -> list[int]:
    """A line that ends nowhere within its length goes on to the first place where a sentence could end.

    `cut`: the words of its date; `others`: words that it must not tell. Empty where it becomes far too long.
    """
    if kept != sorted(kept) or not kept:
        return []
    line, left_out = list(kept), cut | others
    size, bits = length(parsed, kept, cut), parsed.sentence.bits
    least = kept[-1] + (_TOLD if any(bit & (RELATIVE | THAT) for bit in bits[kept[-1] + 1 : kept[-1] + 2]) else 0)
    for k in range(kept[-1] + 1, len(parsed.sentence)):
        if k in cut:
            continue
        if k in others and parsed.clause_of(k).kind == "rel":
            continue  # `said that a woman | who fled in 1990 | would be heard`
        size += parsed.sentence.sizes[k]
        if k in others or size > _FARTHEST:
            return []
        line.append(k)
        if k >= max(one.head, least) and not torn(parsed, line, left_out):
            return line
    return line


def told_last(parsed: Parsed, kept: list[int], one: Predicate) -> int:
    """The last verb that the line cannot do without: after one of report, that of what is reported."""
    inside = set(kept)
    verbs = [k for k in parsed.predicates if k.form == "finite" and k.head in inside]
    reports = len(verbs) > 1 and verbs[0].lemma in parsed.events.report
    return max([one.head, *(k.head for k in verbs[: 1 + reports])])


def torn(parsed: Parsed, kept: list[int], left_out: frozenset[int]) -> bool:
    """Is the end of the line no place where a sentence could end?"""
    bits, last = parsed.sentence.bits, kept[-1]
    if _verbless(parsed, kept) or _begun(parsed, kept):
        return True
    after = last + 1
    while after < len(bits) and (after in left_out or (bits[after] & ADVERB and not bits[after] & PREPOSITION)):
        if after in left_out and not bits[after] & (TIME | PREPOSITION | PUNCTUATION):
            return False
        after += 1
    if after == last + 1 and after < len(bits) and bits[after] & OPEN:  # `its rival (NHB) | won`
        after = next((k + 1 for k in range(after, len(bits)) if bits[k] & CLOSE), len(bits))
    if after < len(bits) and bits[after] & CLOSE:
        return True  # `along a 1,000 kilometres (620 mi |) front`
    gap = all(k in left_out for k in range(last + 1, after))
    if after < len(bits) and parsed.sentence.words[after] == ":" and gap and _reports(parsed, last):
        return True
    if after >= len(bits) or bits[after] & (PUNCTUATION | TIME) or parsed.sentence.words[after] in _FULL_STOPS:
        return False
    anew = parsed.clause_of(after)
    if anew.kind == "main" and anew.first == after and anew.subject_inside:
        return False  # `When Moe died in 1881 | the family moved`
    said = last
    while said and bits[said] & (ADVERB | NEGATION):
        said -= 1
    if bits[said] & (DETERMINER | AUXILIARY):  # `was no longer | in use`, `was not | going`
        return True
    return _goes_on(parsed, last, after) or _half_said(parsed, last) or _half_quoted(parsed, last, after)


def _verbless(parsed: Parsed, kept: list[int]) -> bool:
    """`was told that Karl Moe, jailed in May, |`: a clause has begun of which the verb is left out."""
    clause = parsed.clause_of(kept[-1])
    pieces = parsed.whole(clause.number)
    verb = next((piece.finite for piece in pieces if piece.finite is not None), None)
    if clause.kind in ("rel", "part", "say", "aside") or verb is None or pieces[0].first == kept[0]:
        return False
    return verb.head > kept[-1] and verb.head not in kept


def _begun(parsed: Parsed, kept: list[int]) -> bool:
    """`the contract that her brother, Karl Moe, |`, `said that if the bank agrees |`: a `that` without its verb."""
    bits = parsed.sentence.bits
    at = next((k for k in reversed(kept[:-1]) if bits[k] & THAT), None)
    if at is None or bits[at + 1] & TIME:
        return False
    clause = parsed.clause_of(at)
    led = bits[at + 1] & (SUBORDINATOR | PREPOSITION) and clause.kind != "rel"
    if not led and not bits[at + 1] & (DETERMINER | PRONOUN | NAME):
        return clause.kind == "that" and clause.first == at and not _has_verb(parsed, kept, at, ())
    return not _has_verb(parsed, kept, at, ("sub",) if led else ())


def _has_verb(parsed: Parsed, kept: list[int], at: int, barred: tuple[str, ...]) -> bool:
    """A finite verb behind a word, in no clause of a barred kind; one that only looks like it where none is barred."""
    inside, bits = set(kept), parsed.sentence.bits
    likely = (k for k in kept if k > at + 1 and not bits[k] & EVENT and not bits[k - 1] & (DETERMINER | PREPOSITION))
    if not barred and any(bits[k] & (BASE | AUXILIARY) for k in likely):
        return True  # `a proposal that his country seek help`; not `that work`, `that the number`
    verbs = (one for one in parsed.predicates if one.form == "finite" and one.head > at and one.head in inside)
    return any(parsed.clause_of(one.head).kind not in barred for one in verbs)


def _reports(parsed: Parsed, last: int) -> bool:
    """`and told the council |: “…”`: words of report, of which what is said is left out."""
    one = next((one for one in reversed(parsed.predicates) if one.head <= last), None)
    return one is not None and one.lemma in parsed.events.say


def _led(parsed: Parsed, at: int) -> bool:
    """Does a clause of its own begin at a word: `because`, `when`?"""
    return (
        at < len(parsed.sentence)
        and bool(parsed.sentence.bits[at] & SUBORDINATOR)
        and (parsed.clause_of(at).first == at)
    )


def _half_said(parsed: Parsed, last: int) -> bool:
    """`an apology for the way the inquiry | into it was led`: a subject whose verb is left out."""
    place = parsed.clause_at[last]
    verb = next((k for k in parsed.predicates if k.form == "finite" and k.first > last), None)
    if verb is None or parsed.clauses[place].kind in ("rel", "part") or parsed.clause_at[verb.first] != place:
        return False
    barrier = PUNCTUATION | COORDINATOR | SUBORDINATOR | RELATIVE | THAT | PRONOUN
    gap = parsed.sentence.bits[last + 1 : verb.first]
    if any(bit & barrier and not bit & PREPOSITION for bit in gap):
        return False
    led = PREPOSITION | DETERMINER | NAME
    return all(before & led for before, bit in pairwise(gap) if bit & (DETERMINER | NAME))


def _half_quoted(parsed: Parsed, last: int, after: int) -> bool:
    """`called for a “substantial” | cut`: what is said of a noun, without it."""
    bits = parsed.sentence.bits
    led = next((k - 1 for k in range(last - 1, max(0, last - _NOUN), -1) if bits[k] & QUOTE), 0)
    return after == last + 1 and bool(bits[last] & QUOTE and bits[led] & DETERMINER and not bits[after] & CLOSED)


def _goes_on(parsed: Parsed, last: int, after: int) -> bool:
    """Does the word after belong to the phrase that the last word stands in?"""
    bit, word, clause = parsed.sentence.bits[after], parsed.sentence.words[after], parsed.clause_of(after)
    begins = clause.first == after
    led = parsed.sentence.bits[last] & PREPOSITION and not parsed.sentence.bits[last] & ADVERB
    if led and all(other & ADVERB for other in parsed.sentence.bits[last + 1 : after]):
        return True  # `a firm aimed at | helping …`, `fell by | just over half`
    if bit & parsed.sentence.bits[last] & NAME and after == last + 1 and not begins:
        return True  # `sang Time Is Running | Out`
    if bit & COORDINATOR and after == last + 1 and _wants_object(parsed, last):
        return True  # `plans to repair | and sell old lamps`
    if bit & COORDINATOR and not begins and _is_listed(parsed, last):
        return True  # `bought lamps, oil | and wool`
    if bit & COORDINATOR:  # `said that it had closed and | that …`
        return not begins and not any(other & THAT for other in parsed.sentence.bits[after + 1 : after + 2])
    if bit & (THAT | RELATIVE):
        embedded = clause.kind != "rel" if bit & THAT else word in parsed.events.sets["embedded"]
        return embedded or (after == last + 1 and _whoever(parsed, last))
    measured = parsed.sentence.words[last].rpartition(" ")[2] in parsed.events.sets["day_parts"]
    if measured and after == last + 1 and word in parsed.events.sets["before_gerund"]:
        return True  # `sold out just hours | after it opened`
    if bit & SUBORDINATOR and begins:
        return after == last + 1 and _asks(parsed, last, word)
    if any(one.first == after and one.form == "participle" for one in parsed.predicates):
        return False  # `a decision | authorising three wells`
    following = parsed.sentence.bits[after + 1] if after + 1 < len(parsed.sentence.bits) else 0
    if following & PREPOSITION and word in parsed.events.sets["before_preposition"]:
        return False  # `was closed | due to snow`
    if bit & PREPOSITION and not bit & TO:
        return word in parsed.events.sets["clinging"] or _leans(parsed, last, word)
    if not bit & TO or _leans(parsed, last):
        return True
    if any(other & NUMBER for other in parsed.sentence.bits[after + 1 : after + 2]):
        return any(other & NUMBER for other in parsed.sentence.bits[last - 1 : last + 1])  # `lent 10 mln | to 20 mln`
    if any(one.first == after for one in parsed.predicates):
        return False  # `a decision | to drill three wells`
    return any(one.head == last and one.form != "noun" for one in parsed.predicates)  # `came | to light`


def _wants_object(parsed: Parsed, last: int) -> bool:
    """Is it an active verb, without the object that it shares with the verb behind the `and`?"""
    one = next((one for one in parsed.predicates if one.head == last and one.form != "noun"), None)
    if one is None or one.passive or one.lemma in parsed.events.sets["no_passive"]:
        return False
    return any(bit & (BASE | PAST | PARTICIPLE | ING) for bit in parsed.sentence.bits[last + 2 : last + 3])


def _is_listed(parsed: Parsed, last: int) -> bool:
    """Does a comma stand shortly before, and no verb after it: `lamps, oil |`?"""
    bits = parsed.sentence.bits
    comma = next((k for k in range(last, max(0, last - _LISTED), -1) if bits[k] & COMMA), None)
    if comma is None or bits[comma - 1] & TIME:
        return False
    inside = [one for one in parsed.predicates if comma < one.head <= last]
    if inside and all(bits[k] & ADVERB for k in range(comma + 1, inside[0].first)):
        return True  # `was chased, verbally abused | and …`
    return not inside and not bits[comma + 1] & PREPOSITION


def _whoever(parsed: Parsed, last: int) -> bool:
    """`blamed a child | who …`, `spoke of victims | who …`: somebody of whom nothing else tells who is meant."""
    bits, words, events = parsed.sentence.bits, parsed.sentence.words, parsed.events
    if bits[last] & NAME or not (
        words[last] in events.sets["peoples"] or is_person(single(words[last], events), events)
    ):
        return False
    before = next((k for k in range(last - 1, max(-1, last - _NOUN), -1) if bits[k] & ~EVENT), 0)
    return words[before].lower() in events.sets["indefinite"] or not bits[before] & (DETERMINER | NAME | NUMBER)


def _asks(parsed: Parsed, last: int, word: str) -> bool:
    """`helped to find | where …`, `the moment | when …`: what the clause after it is needed for."""
    verb = any(one.head == last and one.form != "noun" for one in parsed.predicates)
    when = word in parsed.events.sets["when"] and parsed.sentence.words[last] in parsed.events.sets["moments"]
    return when or (verb and word in parsed.events.sets["whereby"] | parsed.events.sets["embedded"])


def _leans(parsed: Parsed, last: int, word: str = "") -> bool:
    """`a man accused |`, `is due |`, `was proposed | by Moe`: what its preposition `word` leads to is left out."""
    one = next((one for one in parsed.predicates if one.head == last), None)
    if one is None:
        return parsed.sentence.words[last].lower() in parsed.events.status["planned_adjectives"]
    done_by = one.passive and one.form == "finite" and word in parsed.events.sets["passive_agent"]
    return done_by or one.form == "participle" or bool(parsed.sentence.bits[last] & AUXILIARY)
