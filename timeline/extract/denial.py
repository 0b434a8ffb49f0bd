"""What somebody denies, and what nothing speaks for."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD
from timeline.languages.events import ADVERB, BE, NEGATION

_NEAR = 4
"""Words from `no evidence`, `the story` to what it is of."""


def denied(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """Inside what a verb of denial governs: `denied that …`, `denied having …`, `failed to …`."""
    place = parsed.clause_at[clause.first]
    if clause.kind == "that" and place and (_unproved(parsed, clause) or _untrue(parsed, one, clause)):
        return True
    governors = [k for k in clause.predicates if k.head < one.first and k.form != "noun"]
    if clause.kind == "that" and place:
        if parsed.clauses[place - 1].kind == "that" and not parsed.clauses[place - 1].predicates:
            place -= 1  # `denied | reports | that a dike failed`
        governors = governors or [k for k in parsed.clauses[place - 1].predicates if k.form != "noun"]
    if not governors or governors[-1] is one:
        return False
    above, cues = governors[-1], parsed.events.status
    if one.form == "infinitive" and above.lemma in cues["failed_verbs"]:
        return True
    if above.negated and above.lemma in parsed.events.sets["accepting"] and above.tense == "present":
        return clause.kind == "that" and one.tense == "past"  # `does not accept that it was warned`
    if above.lemma not in cues["denied_verbs"] or above.negated:
        return False
    described = one.form == "participle" and one.passive  # `rejected a plea | made in May`
    return clause.kind == "that" or (one.form in ("participle", "noun") and not described)


def _unproved(parsed: Parsed, clause: Clause) -> bool:
    """`There is no evidence | that he went`, `There was no truth in the story | that …`."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    at = clause.first - 1
    near = words[max(0, at - _NEAR - 1) : at]
    if words[at] not in sets["proofs"] and (words[at] not in sets["claims_made"] or sets["truth"].isdisjoint(near)):
        return False
    none = (k for k in range(max(0, at - _NEAR), at) if bits[k] & NEGATION)
    return any(not any(bit & (COMMA | HARD) for bit in bits[k:at]) for k in none)


def _untrue(parsed: Parsed, one: Predicate, clause: Clause) -> bool:
    """`The story | that he refused it | is untrue`, `Claims on the radio | that the dam broke are false`."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    told = words[max(0, clause.first - _NEAR - 2) : clause.first]
    if sets["claims_made"].isdisjoint(word.lower() for word in told):
        return False
    for k in range(one.head + 1, len(words) - 1):
        if bits[k] & HARD:
            return False
        if bits[k] & BE:
            at = k + 1
            no = bool(bits[at] & NEGATION)
            while at + 1 < len(words) and bits[at] & (ADVERB | NEGATION) and words[at] not in sets["untrue"]:
                at += 1
            return words[at] in sets["untrue"] or (no and words[at] in sets["true"])
    return False
