"""A claim's title: its clause as a line that can be printed, without the date, the "he said" and the loose ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.extract.clauses import Clause, Parsed
from timeline.extract.predicates import Predicate
from timeline.extract.speaker import attribution
from timeline.extract.words import COMMA, HARD, NAME, POSSESSIVE, TIME
from timeline.languages.events import (
    ADVERB,
    BE,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    Events,
)

LONGEST = 120
_BEFORE_DATE = frozenset(
    [
        "on",
        "in",
        "at",
        "by",
        "since",
        "from",
        "until",
        "till",
        "during",
        "before",
        "after",
        "between",
        "around",
        "about",
        "circa",
        "c",
        "ca",
        "for",
        "of",
        "within",
        "throughout",
        "approximately",
        "or",
        "dated",
        "effect",
        "early",
        "some",
        "time",
        "as",
    ]
)
_BOUND = frozenset(["of", "than", "as", "per"])
_MARKS = re.compile(r"[*_~`#]{1,3}")
_SIGNS = (" ,", " .", " ;", " :", " !", " ?", " )", " ’s ", " 's ")
_EDGES = " \t\n,;:–—-•|"


def title(parsed: Parsed, one: Predicate, time: int | None, taken: frozenset[int], events: Events) -> str:
    """The happening as a clause of at most about 120 signs; `taken` are words that other claims own."""
    cut = _date_words(parsed, time)
    if one.form == "noun" and _stands_alone(parsed, one):
        alone = polish(parsed, _noun_phrase(parsed, one, time), cut, events)
        if alone.count(" ") > 2:
            return alone
        cut = frozenset()
    clause = parsed.clause_of(one.head)
    core = _core(parsed, one, clause)
    kept = _grown(parsed, one, core, taken, cut, events)
    home = parsed.clause_at[one.head]
    words = [k for k in sorted(kept) if k not in taken or parsed.clause_at[k] != home]
    return polish(parsed, _fitted(parsed, words, one, cut), cut, events)


def _date_words(parsed: Parsed, time: int | None) -> frozenset[int]:
    """The words of the date that a title does without; none where the sentence would limp."""
    if time is None:
        return frozenset()
    sentence = parsed.sentence
    bits, words = sentence.bits, sentence.words
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    first = time
    while first > 0 and (
        words[first - 1].lower() in _BEFORE_DATE or (words[first - 1] == "." and words[first - 2] in ("c", "ca"))
    ):
        first -= 1
    if first == time and time > 1 and words[time - 1].lower() == "the" and words[time - 2].lower() in _BEFORE_DATE:
        first = time - 1
        while first > 0 and words[first - 1].lower() in _BEFORE_DATE:
            first -= 1
    before = bits[first - 1] if first else 0
    if after & POSSESSIVE or (first == time and before & (DETERMINER | PREPOSITION)) or before & BE:
        return frozenset()
    if (
        first == time
        and time
        and not after & (COMMA | HARD | SUBORDINATOR | PREPOSITION | COORDINATOR | THAT)
        and _noun_after(parsed, time)
    ):
        return frozenset()
    object_of = first == time and any(one.form == "finite" and one.head == first - 1 for one in parsed.predicates)
    if object_of and (words[time][0].isdigit() or words[time][:4] == "the "):
        return frozenset()
    if _subject_itself(parsed, first, time):
        return frozenset()
    last = time + 1
    if last + 1 < len(bits) and bits[last] & (COORDINATOR | COMMA) and bits[last + 1] & TIME:
        last += 2
    return frozenset(range(first, last))


def _subject_itself(parsed: Parsed, first: int, time: int) -> bool:
    """`2019 brought the best result so far`: the date is what the clause is about."""
    clause = parsed.clause_of(time)
    bare = first == time and all(
        parsed.sentence.bits[k] & (COMMA | HARD | COORDINATOR) for k in range(clause.first, first)
    )
    verb = clause.finite
    return (
        bare
        and verb is not None
        and all(parsed.sentence.bits[k] & ADVERB for k in range(time + 1, verb.first))
        and verb.first > time
    )


def _noun_after(parsed: Parsed, time: int) -> bool:
    """`the 2015 budget`: the date belongs to the noun that follows."""
    sentence = parsed.sentence
    if time + 1 >= len(sentence) or not sentence.words[time + 1][0].isalpha():
        return False
    return (
        not any(one.first == time + 1 and one.form == "finite" for one in parsed.predicates)
        and sentence.words[time][-1].isdigit()
    )


def _stands_alone(parsed: Parsed, one: Predicate) -> bool:
    """Is the noun dated, and not the verb it stands beside?"""
    verb = parsed.clause_of(one.head).finite
    if verb is None:
        return False
    return one.head > verb.head or verb.tense != "past"


def _noun_phrase(parsed: Parsed, one: Predicate, time: int | None) -> list[int]:
    """The noun with what describes it."""
    sentence = parsed.sentence
    bits = sentence.bits
    stop = {k.first for k in parsed.predicates if k.form == "finite"} | {
        k.head for k in parsed.predicates if k.form == "finite"
    }
    first = one.head
    barrier = COMMA | HARD | PREPOSITION | COORDINATOR | SUBORDINATOR | RELATIVE | THAT
    while first > 0 and first - 1 not in stop and not bits[first - 1] & barrier:
        first -= 1
        if bits[first] & DETERMINER:
            break
    last = one.head + 1
    while (
        last < len(bits)
        and last not in stop
        and not bits[last] & (COMMA | HARD | RELATIVE | SUBORDINATOR)
        and last - first < 22
    ):
        last += 1
    if time is not None and time >= last:
        last = time + 1
    return list(range(first, last))


def _core(parsed: Parsed, one: Predicate, clause: Clause) -> list[int]:
    """The clause with its subject, which may stand in an earlier clause."""
    own = [k for piece in parsed.whole(clause.number) for k in range(piece.first, piece.last)]
    place = parsed.clause_at[clause.first]
    if clause.kind == "say" and place:
        return [k for k in range(parsed.clauses[0].first, clause.last)]
    if clause.kind == "rel" and place:
        skip = 1 if parsed.sentence.bits[clause.first] & COMMA else 0
        while clause.first + skip < clause.last and parsed.sentence.bits[clause.first + skip] & (RELATIVE | THAT):
            skip += 1
        before = parsed.clauses[place - 1]
        if place > 1 and before.last - before.first == 1:
            before = parsed.clauses[place - 2]
        return _antecedent(parsed, before) + own[skip:]
    if clause.kind in ("coord", "part") or not (clause.subject_inside or clause.finite is None):
        for earlier in reversed(parsed.clauses[:place]):
            if earlier.finite is None or earlier.kind in ("say", "aside"):
                continue
            if clause.kind == "part":
                return [*range(earlier.first, earlier.last), *own]
            if earlier.subject_inside:
                skip = 1 if parsed.sentence.bits[clause.first] & (COORDINATOR | COMMA) else 0
                return [*_subject(parsed, earlier), *own[skip:]]
    if clause.finite is None and clause.kind == "main" and place + 1 < len(parsed.clauses):
        following = parsed.clauses[place + 1]
        return [*own, *range(following.first, following.last)]
    return own


def _subject(parsed: Parsed, clause: Clause) -> list[int]:
    verb = clause.finite
    assert verb is not None
    bits = parsed.sentence.bits
    first = clause.first
    while first < verb.first and bits[first] & (COMMA | COORDINATOR | SUBORDINATOR | TIME):
        first += 1
    if bits[first] & PREPOSITION:
        after = next((k for k in range(first, verb.first) if bits[k] & (TIME | COMMA)), None)
        first = after + 1 if after is not None and after + 1 < verb.first else first
    return list(range(first, verb.first))


def _antecedent(parsed: Parsed, before: Clause) -> list[int]:
    """Who or what the relative clause is about: the noun phrase before it; a place in it leads on (`a factory in Leipzig`)."""
    bits = parsed.sentence.bits
    heads = {k.head for k in parsed.predicates if k.form != "noun"}
    last = before.last
    while last > before.first and bits[last - 1] & COMMA:
        last -= 1
    first = last
    while first > before.first and first - 1 not in heads and not bits[first - 1] & (COMMA | HARD):
        first -= 1
        if bits[first] & DETERMINER:
            break
        if bits[first] & PREPOSITION and not all(bits[k] & NAME for k in range(first + 1, last)):
            break
    while first < last and bits[first] & (PREPOSITION | COORDINATOR):
        first += 1
    return list(range(first, last))


def _grown(
    parsed: Parsed, one: Predicate, core: list[int], taken: frozenset[int], cut: frozenset[int], events: Events
) -> set[int]:
    """Neighbouring clauses join as long as the line stays short."""
    kept = set(core)
    clause = parsed.clause_of(one.head)
    opening_sub = clause.kind == "sub" and not any(
        k.form == "finite" and k.head < clause.first for k in parsed.predicates
    )
    opening_sub = opening_sub and parsed.sentence.words[clause.first].lower() not in events.status["conditions"]
    if clause.kind == "rel" or opening_sub:
        return kept
    above = attribution(parsed, one, events)
    home = parsed.clause_at[one.head]
    total = _length(parsed, kept, cut)
    closed = [False, False]
    for k in sorted(range(len(parsed.clauses)), key=lambda k: (abs(k - home), k < home)):
        piece = parsed.clauses[k]
        side = k < home
        if closed[side] or k == home or piece.first in kept:
            continue
        barred = piece is above or _barred(parsed, piece, core[0], taken, side)
        if piece.kind == "aside" and (barred or piece.last - piece.first > 6):
            continue
        size = 0 if barred else _length(parsed, range(piece.first, piece.last), cut)
        if barred or total + size > LONGEST:
            closed[side] = True
            continue
        total += size
        kept.update(range(piece.first, piece.last))
    return kept


def _barred(parsed: Parsed, piece: Clause, core: int, taken: frozenset[int], before: bool) -> bool:
    """Words of report, of another claim, or beyond a semicolon do not join."""
    bits = parsed.sentence.bits
    if piece.kind == "say" or (taken and not taken.isdisjoint(range(piece.first, piece.last))):
        return True
    if before:
        return any(bits[k] & HARD for k in range(piece.first + 1, min(core + 1, len(bits))))
    return bool(bits[piece.first] & HARD)


def _length(parsed: Parsed, kept: Iterable[int], cut: frozenset[int]) -> int:
    words = parsed.sentence.words
    return sum(len(words[k]) + (-1 if words[k] in ",.;" else 1) for k in kept if k not in cut)


def _fitted(parsed: Parsed, kept: list[int], one: Predicate, cut: frozenset[int]) -> list[int]:
    """A core that is too long loses its tail, or its opening adjunct, at a boundary."""
    sentence = parsed.sentence
    bits = sentence.bits
    if _length(parsed, kept, cut) <= LONGEST:
        return kept
    comma = next((k for k in kept if bits[k] & COMMA and k < one.first), None)
    opening = next((k for k in kept if k not in cut), kept[0])
    if (
        comma is not None
        and bits[opening] & PREPOSITION
        and not any(k.head in kept and k.head < comma and k.form == "finite" for k in parsed.predicates)
        and one.head > comma
    ):
        kept = [k for k in kept if k > comma]
    kept = _without_insert(parsed, kept, one)
    total, best, size, strong = 0, 0, 0, 0
    verb = min((k.head for k in parsed.predicates if k.form == "finite" and k.head in set(kept)), default=one.head)
    told = max(one.head, verb)
    for at, k in enumerate(kept):
        if k not in cut:
            total += sentence.ends[k] - sentence.starts[k] + 1
        if total > LONGEST:
            break
        size = at + 1
        follows = bits[kept[at + 1]] if at + 1 < len(kept) else HARD
        ends_well = not bits[k] & (PREPOSITION | DETERMINER | COORDINATOR | COMMA | SUBORDINATOR | THAT)
        ends_well = ends_well and not bits[k - 1] & (TO | COORDINATOR)
        boundary = COMMA | HARD | SUBORDINATOR | RELATIVE | THAT
        word_after = sentence.words[k + 1] if k + 1 < len(bits) else ""
        if k < told or not ends_well:
            continue
        if follows & (COMMA | HARD | SUBORDINATOR) and total >= 45:
            strong = at + 1
        elif follows & boundary or (follows & PREPOSITION and total > 50 and word_after not in _BOUND):
            best = at + 1
    return kept[: strong or best or size]


def _without_insert(parsed: Parsed, kept: list[int], one: Predicate) -> list[int]:
    """`The frustration, especially among workers, led …` → `The frustration led …`."""
    bits = parsed.sentence.bits
    verb = parsed.clause_of(one.head).finite
    if verb is None or verb.first - 1 not in kept or not bits[verb.first - 1] & COMMA:
        return kept
    opening = next(
        (
            k
            for k in kept
            if bits[k] & COMMA
            and any(bits[j] & ~(PREPOSITION | DETERMINER | TIME) == 0 or bits[j] & NAME for j in kept if j < k)
        ),
        None,
    )
    if opening is None or opening >= verb.first - 1 or any(bits[k] & PREPOSITION and k == kept[0] for k in kept[:1]):
        return kept
    return [k for k in kept if not opening <= k < verb.first]


def polish(parsed: Parsed, kept: list[int], cut: frozenset[int], events: Events) -> str:
    """Words → a line: signs in their place, loose conjunctions off both ends, a capital first."""
    sentence = parsed.sentence
    bits = sentence.bits
    kept = [k for k in kept if k not in cut]
    loose = COMMA | COORDINATOR | SUBORDINATOR | THAT | RELATIVE | HARD
    while kept and (bits[kept[0]] & loose or sentence.words[kept[0]].lower() in events.openers):
        if bits[kept[0]] & SUBORDINATOR and len(kept) > 1 and _stays(parsed, kept, events):
            break
        kept = kept[1:]
    kept = _seamless(parsed, kept)
    while kept and _trails(parsed, kept[-1], loose | PREPOSITION | DETERMINER):
        kept = kept[:-1]
    return tidy(_joined(parsed, kept))


def _stays(parsed: Parsed, kept: list[int], events: Events) -> bool:
    """`After the war, …`, `If …`, `When orders dried up, the firm cut …` need their first word; `when it erupted` does not."""
    opening = parsed.sentence.words[kept[0]].lower()
    clause = parsed.clause_of(kept[0])
    if opening in events.status["conditions"] or clause.kind != "sub":
        return True
    if parsed.sentence.bits[kept[0]] & PREPOSITION:
        verb = clause.finite
        short = verb is not None and verb.first - clause.first <= 5
        return not short or any(
            parsed.sentence.bits[k] & PREPOSITION for k in range(clause.first + 1, verb.first if verb else 0)
        )
    return any(parsed.clause_of(k).kind == "main" for k in kept if k >= clause.last)


def _seamless(parsed: Parsed, kept: list[int]) -> list[int]:
    """Where words were left out, the comma on either side goes too."""
    bits = parsed.sentence.bits
    return [
        k
        for at, k in enumerate(kept)
        if not bits[k] & COMMA or not at or at + 1 == len(kept) or (kept[at - 1] == k - 1 and kept[at + 1] == k + 1)
    ]


def _trails(parsed: Parsed, word: int, loose: int) -> bool:
    sentence = parsed.sentence
    if sentence.words[word].lower() in ("later", "earlier", "only", "just"):
        return True
    return bool(sentence.bits[word] & loose) and not _particle(parsed, word)


def _particle(parsed: Parsed, word: int) -> bool:
    """`broke up`, `took over`: the verb's own preposition may end a line."""
    return (
        word > 0
        and any(one.head == word - 1 and one.form != "noun" for one in parsed.predicates)
        and bool(parsed.sentence.bits[word] & PREPOSITION)
    )


def _joined(parsed: Parsed, kept: list[int]) -> str:
    """The words with the white space that the document has between them; one space over a gap."""
    if not kept:
        return ""
    text, starts, ends = parsed.sentence.text, parsed.sentence.starts, parsed.sentence.ends
    pieces = []
    first = before = kept[0]
    for k in kept:
        if k > before + 1:
            pieces.append(text[starts[first] : ends[before]])
            first = k
        before = k
    pieces.append(text[starts[first] : ends[before]])
    return " ".join(pieces)


def tidy(line: str) -> str:
    """Marks of Markdown, doubled spaces, half a pair of quotes or brackets, edge signs: off. A capital first."""
    if any(mark in line for mark in "*_~`#"):
        line = _MARKS.sub("", line)
    line = " ".join(line.replace("( )", "").replace("()", "").split())
    for sign in _SIGNS:
        if sign in line:
            line = line.replace(sign, sign[1:])
    for one, other in (("(", ")"), ("“", "”"), ("[", "]")):
        if line.count(one) != line.count(other):
            line = line.replace(one, "").replace(other, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    line = line.lstrip("." + _EDGES).rstrip(_EDGES).removesuffix(".").rstrip(_EDGES)
    while ",," in line or ", ," in line:
        line = line.replace(", ,", ",").replace(",,", ",")
    return line[:1].upper() + line[1:]
