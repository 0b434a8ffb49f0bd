"""Who says so: `…, said Ibrahim`, `Aliyev said (that) …`, `according to the ministry`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, QUOTE
from timeline.languages.events import TO


def speaking(parsed: Parsed, one: Predicate) -> tuple[int, int] | None:
    """The words `[first, last)` that name who reports the happening; None when the document itself does."""
    above = attribution(parsed, one)
    if above is not None:
        verb = above.finite
        return (parsed.whole(above.number)[0].first, verb.first) if verb is not None else None
    for clause in parsed.clauses:
        verb = clause.finite
        if clause.kind == "say" and verb is not None and one not in clause.predicates:
            inverted = all(bit & (COMMA | QUOTE) for bit in parsed.sentence.bits[clause.first : verb.first])
            return (verb.head + 1, clause.last) if inverted else (clause.first, verb.first)
    return _before_colon(parsed, one) or _according(parsed)


def _before_colon(parsed: Parsed, one: Predicate) -> tuple[int, int] | None:
    """`Ada Lindt, the mayor, said | : “We closed it in May”`."""
    for place in range(parsed.clause_at[one.head], 0, -1):
        if parsed.sentence.words[parsed.clauses[place].first] == ":":
            above = parsed.clauses[place - 1]
            verb = above.finite
            told = verb is not None and verb.lemma in parsed.events.report
            return (above.first, verb.first) if verb is not None and told else None
    return None


def _according(parsed: Parsed) -> tuple[int, int] | None:
    words, openings = parsed.sentence.words, parsed.events.sets["according"]
    if openings.isdisjoint(words):
        return None
    k = next(at for at, word in enumerate(words) if word in openings) + 1
    if k >= len(words) or not parsed.sentence.bits[k] & TO:
        return None
    return k + 1, next((j for j in range(k + 1, len(words)) if words[j] in ",.;"), len(words))


def attribution(parsed: Parsed, one: Predicate) -> Clause | None:
    """The clause of report that governs the happening's own: `Aliyev said` before `that …`."""
    place = parsed.clause_at[one.head]
    while place > 0 and parsed.clauses[place].kind not in ("that", "main"):
        place -= 1
    if place == 0 or parsed.clauses[place].kind != "that":
        return None
    place = parsed.clause_at[parsed.whole(parsed.clauses[place].number)[0].first]  # `that Moe, who left, | will speak`
    above = parsed.clauses[place - 1]
    verb = next((k for k in reversed(above.predicates) if k.form == "finite"), None)
    reports = parsed.events.report | parsed.events.sets["hearing"]
    return above if verb is not None and verb.lemma in reports else None
