"""Who says so: `…, said Ibrahim`, `Aliyev said (that) …`, `according to the ministry`."""

from __future__ import annotations

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.languages.events import Events


def speaking(parsed: Parsed, one: Predicate, events: Events) -> tuple[int, int] | None:
    """The words `[first, last)` that name who reports the happening; None when the document itself does."""
    above = attribution(parsed, one, events)
    if above is not None:
        verb = above.finite
        return (above.first, verb.first) if verb is not None else None
    for clause in parsed.clauses:
        if clause.kind == "say" and one not in clause.predicates:
            verb = clause.finite
            if verb is not None:
                inverted = verb.first <= clause.first + 1
                return (verb.head + 1, clause.last) if inverted else (clause.first, verb.first)
    words = parsed.sentence.words
    for opening in ("according", "According"):
        if opening in words:
            k = words.index(opening)
            if k + 1 < len(words) and words[k + 1] == "to":
                return k + 2, next((j for j in range(k + 2, len(words)) if words[j] in ",.;"), len(words))
    return None


def attribution(parsed: Parsed, one: Predicate, events: Events) -> Clause | None:
    """The clause of report that governs the happening's own: `Aliyev said` before `that …`."""
    clause = parsed.clause_of(one.head)
    place = parsed.clause_at[clause.first]
    while place > 0 and parsed.clauses[place].kind not in ("that", "main"):
        place -= 1
    if place == 0 or parsed.clauses[place].kind != "that":
        return None
    above = parsed.clauses[place - 1]
    verb = next((k for k in reversed(above.predicates) if k.form == "finite"), None)
    if verb is None or verb.lemma not in events.report:
        return None
    return above
