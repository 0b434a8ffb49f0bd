"""Where one clause ends and what kind of clause begins there."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extract.sentence.objectless import lacks_object
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.preposed import ends_before, plain_preposition
from timeline.extract.sentence.said import complement, reports, saying
from timeline.extract.sentence.waiting import (
    aside_then_verb,
    back_to_subject,
    of_the_relative,
    only_verb_ahead,
    pair_then_verb,
    past_end,
    past_when,
    place_after,
    results,
    waits,
)
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    ING,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
)

TURNING = OPEN | CLOSE | HARD | SUBORDINATOR | RELATIVE | THAT | COORDINATOR | COMMA
_ASIDE = 9
"""Words of what stands between two commas before a verb."""


@dataclass(slots=True)
class Boundaries:
    """A sentence with the places where its finite verbs, and what is reported, begin."""

    sentence: Words
    starts: dict[int, Predicate]
    """First word of a finite verb → the verb."""
    told: frozenset[int]
    """Where what is said begins when no "that" marks it."""
    past_when: int = -1
    """`When he died in 1881 | the family moved`: where the main clause begins without a comma."""

    def turn(self, at: int, first: int, kind: str) -> str | None:
        """What begins at a word of the clause of this `kind` that began at `first`; None: the clause goes on."""
        bit = self.sentence.bits[at]
        if bit & OPEN:
            return "aside" if at else None
        if at == self.past_when:
            return "main"
        if kind == "aside":
            return None
        if bit & HARD:
            joined = at + 1 in self.starts  # `Ada Moe, nurse, born 1904; died 1980`
            return ("coord" if joined else "main") if at > first else None
        if bit & SUBORDINATOR and not bit & NAME:
            plain = plain_preposition(self.sentence, self.starts, at) or only_verb_ahead(self.sentence, self.starts, at)
            return "sub" if not plain and self.verb_ahead(at) else None
        if at == first:  # `a fund (the Hale Trust) | that paid for the bridge`
            closed = at and self.sentence.bits[at - 1] & CLOSE and at + 1 in self.starts
            return "that" if at in self.told else "rel" if closed and bit & (RELATIVE | THAT) else None
        if bit & RELATIVE:
            return "rel"
        pointing = at == first + 1 and bool(self.sentence.bits[0] & SUBORDINATOR)  # `If it fails, | that slips to May`
        if bit & THAT and results(self.sentence, self.starts, at):
            return "main"
        if bit & THAT and not pointing and self._that_clause(at):
            return "rel" if at + 1 in self.starts or lacks_object(self.sentence, self.starts, at) else "that"
        if bit & COORDINATOR:
            apart = kind == "part" and bool(self.sentence.bits[at - 1] & COMMA) and self._leads_to_time(at + 1)
            joint = self._coordination(at, 0 if apart else first)  # `, buying a mill, | and by 1920 Moe owned three`
            return (
                None
                if joint == "main" and kind == "rel" and of_the_relative(self.sentence.bits, self.starts, first, at)
                else joint
            )
        if bit & COMMA:
            return self._comma(at, first, kind)
        if at in self.told:
            return "that"
        waiting = kind == "rel" or (kind == "coord" and waits(self.sentence.bits, self.starts))
        waiting = waiting or (kind == "sub" and first > 0 and not self._verb_since(0, first))
        return "resume" if waiting and at in self.starts and self._second_verb(first, at) else None

    def verb_ahead(self, at: int, barrier: int = 0) -> bool:
        """A finite verb before the next boundary: `when the war began`, not `after the war`, `while returning`."""
        bits = self.sentence.bits
        follows = self.sentence.words[at + 1] if at + 1 < len(bits) and at + 1 not in self.starts else ""
        gerund = follows and (bits[at + 1] & ING or follows in self.sentence.events.sets["gerunds"])
        if bits[at] & SUBORDINATOR and gerund:
            return False
        if ends_before(self.sentence, self.starts, at):
            return False
        after = bits[at + 2] if at + 2 < len(bits) else HARD
        if bits[at] & SUBORDINATOR and bits[min(at + 1, len(bits) - 1)] & (TIME | ADVERB):
            led = at > 0 and bits[at] & PREPOSITION and at + 2 in self.starts  # `Rains | since April have displaced`
            if led or after & (COMMA | COORDINATOR | HARD):
                return False
        inside = False
        for k in range(at + 1, len(bits)):
            bit = bits[k]
            inside = (inside or bool(bit & OPEN)) and not bit & CLOSE
            if inside or bit & CLOSE:
                continue
            if k in self.starts or (bit & COORDINATOR and k + 1 in self.starts and k > at + 1):
                return k in self.starts  # not `had come as a child | and joined`
            if bit & (HARD | barrier) or (bit & SUBORDINATOR and not bit & PREPOSITION):
                return False
            if bit & COMMA and (barrier or k > at + 2):
                plain = self.sentence.words[at] in self.sentence.events.sets["likening"]
                apart = barrier or bits[at] & PREPOSITION  # `after a month, | will open`
                goes_on = not apart and k + 1 in self.starts
                return not plain and (goes_on or aside_then_verb(bits, self.starts, k))
        return False

    def _verb_since(self, first: int, at: int) -> bool:
        return next((k for k in self.starts if k >= first), at) < at  # in order

    def _that_clause(self, at: int) -> bool:
        bits = self.sentence.bits
        after = bits[at + 1] if at + 1 < len(bits) else HARD
        if after & (COMMA | HARD) or (bits[at - 1] & PREPOSITION and at + 1 in self.starts):
            return False  # `A decision on that | is expected`
        dated = next((k for k in range(at + 3, min(at + 8, len(bits))) if bits[k] & COMMA and bits[k - 1] & TIME), None)
        comma = next((k for k in range(at + 2, min(at + 6, len(bits))) if bits[k] & COMMA), None)
        apposed = comma is not None and aside_then_verb(bits, self.starts, comma)  # `that his son, Karl Moe, signed`
        apposed = apposed or (comma is not None and self.described_then_verb(comma))
        return apposed or self.verb_ahead(at) or (dated is not None and self.verb_ahead(dated))

    def described_then_verb(self, comma: int) -> bool:
        """`that Ada Moe, | whom he met in May, will speak`: a relative clause, and the verb behind it."""
        bits = self.sentence.bits
        return comma + 1 < len(bits) and bool(bits[comma + 1] & RELATIVE) and self._verb_beyond(comma + 1)

    def _coordination(self, at: int, first: int) -> str | None:
        """`and` joins clauses where a verb stands on both sides; else it joins nouns."""
        bits, starts = self.sentence.bits, self.starts
        if not self._verb_since(first, at) or (at + 1 < len(bits) and bits[at - 1] & bits[at + 1] & NUMBER):
            return None
        ahead = next((one for k, one in starts.items() if k > at), None)
        if ahead is not None and ahead.weak and self._pairs_nouns(at):
            return None
        k = at + 1
        while k < len(bits) and k not in starts and (bits[k] & (ADVERB | TIME | COMMA) or self._leads_to_time(k)):
            k += 1
        k = past_end(self.sentence, starts, k)
        if k in starts:  # `but there were signs`
            return "main" if self.sentence.words[k - 1] in self.sentence.events.sets["existing"] else "coord"
        if (
            bits[k - 1] & COMMA and not bits[k] & COORDINATOR and (bits[k - 2] & TIME or bits[k] & PREPOSITION)
        ):  # `and in 1964, with borrowed tools, | she began`, `began`
            verb = next((n for n in starts if n > k and COMMA & (bits[n - 1] | bits[n - 2])), None)
            if verb is not None:
                return "coord" if bits[verb - 1] & COMMA else "main"
        commas, onward = 0, max(at + 1, k)
        for k in range(onward, len(bits)):
            if k in self.told:  # `told the Securities | and Exchange Board it has left`
                return None
            if k in starts:  # `and the new one, 212 feet long, was …`: a subject; `and Pisa, was robbed`: a list
                return None if commas == 1 and bits[k - 1] & COMMA and k - at <= _ASIDE else "main"
            if bits[k] & COMMA and any(bit & RELATIVE for bit in bits[k + 1 : k + 2]) and self._verb_beyond(k + 1):
                return "main"
            pair = bits[k] & COORDINATOR and bits[at - 1] & COMMA and pair_then_verb(bits, starts, at, k)
            if pair or (bits[k] & THAT and self._verb_past_relative(k)):
                return "main"
            barrier = HARD | COORDINATOR | RELATIVE | THAT | SUBORDINATOR | OPEN | CLOSE | QUOTE
            if bits[k] & barrier and not self._leads_to_time(k):  # `and schools, shut since May, are …`
                return None
            if bits[k] & COMMA:
                commas += 1
                if k > at + 5 and commas != 2 and not aside_then_verb(bits, starts, k):
                    return None
        return None

    def _verb_past_relative(self, at: int) -> bool:
        """`and men | that had left Ash in 1943 besieged it`: a second verb after that of the relative clause."""
        bits, one = self.sentence.bits, self.starts.get(at + 1)
        barrier = COMMA | HARD | COORDINATOR | RELATIVE | THAT
        after = one.head + 1 if one is not None else len(bits)
        end = next((k for k in range(after, len(bits)) if bits[k] & barrier or k in self.starts), at)
        return end in self.starts

    def _pairs_nouns(self, at: int) -> bool:
        """`talks between the army | and the rebels`."""
        bits, words, sets = self.sentence.bits, self.sentence.words, self.sentence.events.sets
        barrier = COMMA | COORDINATOR | HARD
        stop = next((k for k in range(at - 1, -1, -1) if k in self.starts or bits[k] & barrier), -1)
        return not sets["of_two"].isdisjoint(words[stop + 1 : at])

    def _verb_beyond(self, at: int) -> bool:
        """`and Holm, | who had fallen ill, handed over`: the verb stands right after the comma that closes it."""
        bits = self.sentence.bits
        return any(bits[k] & COMMA and k + 1 in self.starts for k in range(at + 1, min(at + 2 * _ASIDE, len(bits) - 1)))

    def _comma(self, at: int, first: int, kind: str) -> str | None:
        bits, after = self.sentence.bits, at + 1
        if after >= len(bits):
            return None
        bit = bits[after]
        has_verb = self._verb_since(first, at)
        if saying(self.sentence, self.starts, after + 1 if bit & QUOTE and after + 1 < len(bits) else after, has_verb):
            return "say"
        ing = self.sentence.words[after].endswith(self.sentence.events.endings["ing"])
        if ing and not bit & (NAME | PREPOSITION) and (has_verb or kind == "say"):
            return "part"
        if kind == "say":
            interrupts = after in self.starts and not any(k < first for k in self.starts)
            return "resume" if interrupts else "main" if has_verb else None  # `Moe, police said, | stole a car`
        if bit & (RELATIVE | SUBORDINATOR | COORDINATOR):
            return None
        if (
            kind == "rel"
            and not bit & PARTICIPLE
            and not any(k < first for k in self.starts)
            and waits(bits, self.starts)
        ):
            return back_to_subject(self.sentence.bits, self.starts, after)
        if kind == "coord" and (after in self.starts or bits[after] & THIRD) and waits(bits, self.starts):
            return "resume"  # `Moe, who left in 1990 and has taught since, | succeeds Lind`
        if kind in ("rel", "part"):
            listed = bit & (NAME | DETERMINER) and place_after(bits, self.starts, after)
            wanted = kind == "rel" or bit & DETERMINER  # `calling for peace, | a low price and a vote`
            return None if listed or (wanted and not self._verb_since(after, len(bits))) else "resume"
        if has_verb and kind in ("main", "coord") and after in self.starts and self._listed_on(after):
            return "coord"
        hence = has_verb and self.sentence.words[after] in self.sentence.events.sets["hence"]
        if hence and self._clause_after(after + 1):
            return "main"  # `before she left, | so here it is`
        if kind == "sub":
            return None if any(k < first for k in self.starts) else "main"
        if not has_verb and first == 0 and kind == "main" and self._opens_adjunct(first, at):
            return "main"
        new = has_verb and kind != "that" and bit & (DETERMINER | PRONOUN | NAME) and self.verb_ahead(at)
        return "main" if new and self._clause_after(after) else None

    def _listed_on(self, at: int) -> bool:
        """`applied in 1961, | was turned down, applied again and joined`: a list of verbs that goes on to an `and`."""
        joints = (k for k, bit in enumerate(self.sentence.bits) if k > at and bit & COORDINATOR)
        return any(min((k for k in self.starts if k > joint), default=joint + 9) <= joint + 2 for joint in joints)

    def _opens_adjunct(self, first: int, comma: int) -> bool:
        """`As a result of the war, …`, `In 2009, …`; not `In 2009 the head of …, a lawyer, …`: a subject has begun."""
        bits = self.sentence.bits
        time = next((k for k in range(first, comma) if bits[k] & TIME), None)
        if time is not None and any(bit & (DETERMINER | NAME) for bit in bits[time + 1 : comma]):
            return False
        if bits[first] & ADVERB and not bits[first] & PREPOSITION:
            return comma - first <= 3
        opening = self.sentence.words[first].endswith(self.sentence.events.endings["ing"])
        return opening or bool(bits[first] & (PREPOSITION | TIME | SUBORDINATOR))

    def _clause_after(self, at: int) -> bool:
        """A short noun phrase, then its verb: a new clause after a comma."""
        bits = self.sentence.bits
        for k in range(at, min(at + 7, len(bits))):
            if k in self.starts:
                return k > at
            if bits[k] & (COMMA | HARD | COORDINATOR | RELATIVE | THAT | QUOTE | SUBORDINATOR):
                return False
        return False

    def _leads_to_time(self, at: int) -> bool:
        bits = self.sentence.bits
        return bool(bits[at] & PREPOSITION) and at + 1 < len(bits) and bool(bits[at + 1] & TIME)

    def _second_verb(self, first: int, at: int) -> bool:
        """`the man who left the party | won`: the second verb of a relative clause is the main clause's."""
        inside = [k for k in self.starts if first <= k < at]
        if not inside:
            return False
        bits = self.sentence.bits
        gap = [bits[k] for k in range(inside[-1], at) if not bits[k] & SUBORDINATOR or self.verb_ahead(k)]
        waiting = waits(bits, self.starts) and len(self.starts) == 2
        joints = THAT | SUBORDINATOR | (0 if waiting else COMMA | COORDINATOR)
        return not any(bit & joints for bit in gap)


def boundaries(sentence: Words, found: list[Predicate]) -> Boundaries:
    """The boundaries of a sentence whose predicates are known."""
    walk = Boundaries(sentence, {one.first: one for one in found if one.form == "finite"}, frozenset())
    told = (
        complement(sentence, walk.starts, one, walk.verb_ahead)
        for one in walk.starts.values()
        if reports(one, sentence)
    )
    walk.told = frozenset(at for at in told if at >= 0)
    walk.past_when = past_when(sentence, walk.starts)
    return walk
