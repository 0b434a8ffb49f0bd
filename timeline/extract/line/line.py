"""Words of a sentence → a line: no loose end, no seam where words were left out."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.line.signpost import without_signpost
from timeline.extract.line.tidy import tidy
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NAME, QUOTE
from timeline.extract.timing.bracketed import past_bracket
from timeline.extract.timing.idle import stamped
from timeline.languages.events import (
    COORDINATOR,
    DETERMINER,
    ING,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
)

_LOOSE = COMMA | COORDINATOR | SUBORDINATOR | THAT | RELATIVE | HARD


def line_of(parsed: Parsed, kept: list[int], cut: frozenset[int]) -> str:
    """Words → a line: loose conjunctions off both ends, no seam where words were left out."""
    sentence = parsed.sentence
    kept = [k for k in kept if k not in cut]
    pointing = kept and not kept[0] and sentence.bits[0] & THAT and not any(one.first == 1 for one in parsed.predicates)
    pointing = pointing and parsed.clause_of(0).kind == "main"  # `That house fell`
    kept = past_bracket(parsed, kept)
    if kept and not kept[0] and 0 in sentence.times and stamped(sentence.times[0]):
        kept = kept[1:]  # `4.32pm BST | The minister has resigned`
    if len(kept) > 1 and sentence.bits[kept[0]] & PREPOSITION and sentence.bits[kept[1]] & COMMA and kept[0] + 1 in cut:
        kept = kept[1:]  # `Through | the 19th century |, the town grew`
    while kept and (sentence.bits[kept[0]] & _LOOSE or sentence.words[kept[0]].lower() in parsed.events.openers):
        dangles = len(kept) > 1 and sentence.bits[kept[1]] & COMMA  # `Though, the navy sailed`
        if sentence.bits[kept[0]] & SUBORDINATOR and len(kept) > 1 and not dangles and _stays(parsed, kept):
            break
        subject = pointing or any(one.first == kept[0] + 1 for one in parsed.predicates)
        if sentence.bits[kept[0]] & THAT and subject and _points(parsed, kept):
            break
        kept = kept[1:]
    kept = without_signpost(parsed, kept)
    if kept and _beheaded(parsed, kept):
        return ""
    kept = _plain(parsed, seamless(parsed, kept, cut))
    if kept and kept[0] > 1 and _is_pointed_at(parsed, kept[0]):
        return ""
    stop = kept[-1:] if len(kept) > 1 and sentence.words[kept[-1]] == "." and kept[-2] < kept[-1] - 1 else []
    kept = kept[: len(kept) - len(stop)]  # `closed until at least | May |.`: what led to the date
    while kept and (_trails(parsed, kept[-1]) or _speechless(parsed, kept)):
        kept = kept[:-1]
    return "" if _open_ended(parsed, kept) else tidy(joined(parsed, [*kept, *stop]) + _closing(parsed, kept))


def _plain(parsed: Parsed, kept: list[int]) -> list[int]:
    """No `also`, which points at another line; no comma alone between a subject and its verb."""
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    if not kept or any(bits[k] & QUOTE for k in kept):
        return kept
    named = {one.first - 1 for one in parsed.predicates if one.form == "participle"}  # `also known as Red`
    adding = {k for k in kept if words[k] in sets["adding"] and k not in named and not bits[k - 1] & COORDINATOR}
    kept = [k for k in kept if k not in adding]
    verbs = [one for one in parsed.predicates if one.form == "finite" and one.first in kept]
    commas = [k for k in kept if verbs and k < verbs[0].first and bits[k] & COMMA]
    before = [one.first - 1 for one in verbs if bits[one.first - 1] & COMMA]  # not `The man, jailed in May, left`
    lone = commas if commas == before and not bits[kept[0]] & (PREPOSITION | SUBORDINATOR) else []
    return [k for k in kept if k not in lone]


def _closing(parsed: Parsed, kept: list[int]) -> str:
    """`said: “We closed the mill |`: the mark that ends what is quoted, behind an ellipsis where it goes on."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    marks = [k for k in kept if bits[k] & QUOTE]
    if len(marks) % 2 == 0 or words[marks[-1] - 1] != ":" or marks[-1] - 1 not in kept:
        return ""
    after = kept[-1] + 1
    whole = after >= len(words) or words[after] in (".", "!") or words[kept[-1]] in (".", "!") or bits[after] & QUOTE
    return ("" if whole else " …") + ("”" if words[marks[-1]] == "“" else words[marks[-1]])


def _is_pointed_at(parsed: Parsed, first: int) -> bool:
    """`Sales rose – that | figure will fall in May`: a noun of which the text tells before."""
    bits = parsed.sentence.bits
    return bool(bits[first - 1] & THAT and bits[first - 2] & HARD) and not bits[first] & (DETERMINER | NAME | PRONOUN)


def _stays(parsed: Parsed, kept: list[int]) -> bool:
    """`After the war, …`, `If …`, `When orders fell, the firm …` keep their first word; `when it erupted` does not."""
    bits = parsed.sentence.bits
    clause = parsed.clause_of(kept[0])
    if clause.kind != "sub" or parsed.sentence.words[kept[0]].lower() in parsed.events.status["conditions"]:
        return True
    if bits[kept[0]] & PREPOSITION:
        if any(one.form == "finite" and one.head < clause.first for one in parsed.predicates) or _only(parsed, kept):
            return False
        verb, after = clause.finite, next((k for k in kept if k >= clause.last), None)
        if verb is None or verb.first - clause.first > 5:
            return True
        if after is not None and parsed.clause_of(after).kind == "main" and parsed.clause_of(kept[-1]).subject_inside:
            return True  # `After Moe had won, he signed a treaty`
        return any(bit & PREPOSITION for bit in bits[clause.first + 1 : verb.first])
    return any(parsed.clause_of(k).kind == "main" for k in kept if k >= clause.last)


def _beheaded(parsed: Parsed, kept: list[int]) -> bool:
    """Does the line open with a verb whose subject is not in it: `swerved on to the kerb and …`?"""
    sentence = parsed.sentence
    if kept[0] == 0 or sentence.words[kept[0]].lower() in parsed.events.status["conditions"]:
        return False
    return any(one.first == kept[0] and one.form == "finite" and one.tense == "past" for one in parsed.predicates)


def _points(parsed: Parsed, kept: list[int]) -> bool:
    """`That followed an agreement`: a subject, no conjunction."""
    return parsed.clause_of(kept[0]).kind in ("main", "sub")


def _only(parsed: Parsed, kept: list[int]) -> bool:
    """Is the line nothing but a clause that hangs on one after it: `After the bank agreed, | the mill …`?"""
    clause, bits = parsed.clause_of(kept[0]), parsed.sentence.bits
    if kept[-1] >= clause.last or clause.finite is None or clause.last + 1 >= len(bits):
        return False
    return bool(bits[clause.last] & COMMA) and not bits[clause.last + 1] & COORDINATOR


def seamless(parsed: Parsed, kept: list[int], cut: frozenset[int]) -> list[int]:
    """Where words were left out their comma goes too; a date takes its commas along when it stood between two."""
    bits = parsed.sentence.bits
    dropped: set[int] = set()
    for before, after in pairwise(kept):
        if after == before + 1:
            continue
        dated = all(k in cut for k in range(before + 1, after))
        if (
            not dated
            and bits[after] & COORDINATOR
            and not _begins_anew(parsed, after)
            and any(one.head == before and one.form == "finite" for one in parsed.predicates)
        ):
            dropped.add(after)  # `took | Vik in May and | Ash in June`
            continue
        if dated and bits[before] & COMMA and bits[after] & COMMA:
            opens = _adjunct_before(parsed, kept[0], before) or parsed.clause_of(kept[0]).kind == "sub"
            opens = opens or bits[after + 1] & (SUBORDINATOR | PREPOSITION) == SUBORDINATOR  # `, although`
            dropped |= {after} if opens else {before, after}
        elif (
            dated
            and bits[after] & COMMA
            and any(bit & DETERMINER for bit in bits[after + 1 : after + 2])
            and any(one.head == before and one.form == "finite" and not one.passive for one in parsed.predicates)
        ):
            dropped.add(after)  # `extends | until 1993 |, the right to …`
        elif not dated:
            open_pair = sum(1 for k in kept if k < before and bits[k] & COMMA) % 2
            if open_pair and bits[after] & COMMA and not bits[before] & COMMA:
                continue  # `Ada Lindt, a nurse | who …|, died`
            open_pair = open_pair and bits[before] & COMMA
            if bits[after] & COMMA and parsed.clause_of(after).kind == "coord" and bits[after - 1] & COORDINATOR:
                continue  # `They left Vik and|, with some help, reached Ash`
            closing = after if bits[after] & COMMA else before  # of `Her memoir, The Thaw, | was reissued`
            dropped |= {k for k in (before, after) if bits[k] & COMMA and not (open_pair and k == closing)}
    return [k for k in kept if k not in dropped]


def _adjunct_before(parsed: Parsed, first: int, comma: int) -> bool:
    """`On the third, | in August 1929, | two men …`: the comma closes what opens the line."""
    if not parsed.sentence.bits[first] & PREPOSITION:
        return False
    return not any(one.form != "noun" and first <= one.head < comma for one in parsed.predicates)


def _begins_anew(parsed: Parsed, joint: int) -> bool:
    """`The troops revolted (see below) | and Rome took the island`: a clause with a verb of its own."""
    verb = parsed.clause_of(joint).finite
    return verb is not None and verb.head > joint


def _trails(parsed: Parsed, word: int) -> bool:
    """A loose end, unless it is the verb's own preposition: `broke up`, `took over`."""
    sentence = parsed.sentence
    if sentence.words[word].lower() in parsed.events.sets["trailing"]:
        return True
    bit = sentence.bits[word]
    if not bit & (_LOOSE | PREPOSITION | DETERMINER):
        return False
    before = word - 2 if word > 1 and sentence.bits[word - 1] & PRONOUN else word - 1  # `turned you | down`
    own = any(one.head in (before, word - 1) and one.form != "noun" for one in parsed.predicates)
    led = word and sentence.bits[word - 1] & PREPOSITION  # `was named after her`
    if (own or led) and sentence.words[word].lower() in parsed.events.sets["persons"]:  # `we launched her`
        return False
    return not (own and bit & PREPOSITION)


def _open_ended(parsed: Parsed, kept: list[int]) -> bool:
    """`The study concluded | that …`: a report that is cut off from what it says."""
    if not kept or kept[-1] + 1 >= len(parsed.sentence):
        return False
    follows = parsed.sentence.bits[kept[-1] + 1]
    report = (k for k in parsed.predicates if k.head == kept[-1] and k.form == "finite" and not k.passive)
    return any(k.lemma in parsed.events.report for k in report) and bool(follows & (THAT | NAME | DETERMINER | PRONOUN))


def _speechless(parsed: Parsed, kept: list[int]) -> bool:
    """`called for calm, saying |`, `after a study showing |`: words that were left out."""
    bits, word = parsed.sentence.bits, kept[-1]
    if bits[word] & ING and len(kept) > 1 and bits[kept[-2]] & COMMA and word + 1 < len(bits):
        return True  # `sailed to Vik, arriving | just before …`
    return bool(bits[word] & ING) and parsed.events.lemma(parsed.sentence.words[word].lower()) in parsed.events.report


def joined(parsed: Parsed, kept: list[int]) -> str:
    """The words with the white space that the document has between them; one space over a gap."""
    if not kept:
        return ""
    text, starts, ends = parsed.sentence.text, parsed.sentence.starts, parsed.sentence.ends
    pieces = []
    first = before = kept[0]
    for k in kept:
        if k not in (before, before + 1):
            pieces.append(text[starts[first] : ends[before]])
            first = k
        before = k
    pieces.append(text[starts[first] : ends[before]])
    for at, piece in enumerate(pieces[1:], 1):
        if piece.partition(" ")[0].lower() in parsed.events.sets["the"]:
            pieces[at] = piece[:1].lower() + piece[1:]  # `died in | The house`
    return " ".join(pieces)
