"""One sentence with its times → its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract import words
from timeline.extract.attach import trigger
from timeline.extract.clauses import Parsed, parse
from timeline.extract.entries import entry, marked, shortened
from timeline.extract.memory import Memory
from timeline.extract.names import Named, hyphened, names
from timeline.extract.participants import participants
from timeline.extract.predicates import Predicate
from timeline.extract.speaker import speaking
from timeline.extract.status import status
from timeline.extract.title import title
from timeline.extract.words import COMMA, NUMBER
from timeline.extract.worth import dates_nothing, usable
from timeline.languages.events import COORDINATOR, ING, PREPOSITION, Events
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.key import content_key
from timeline.model.mention import TimeMention
from timeline.model.participant import Participant
from timeline.model.provenance import Provenance
from timeline.model.sentence import Sentence
from timeline.temporal.interval import Interval

_PERSONAL = frozenset(("he", "she", "it", "they"))


@dataclass(frozen=True, slots=True)
class Scene:
    """What every claim of one document needs."""

    document: Document
    events: Events
    memory: Memory
    today: int | None
    """Last possible day of the document's date, a Julian Day Number."""


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of a claim and how it came by it."""

    when: Interval | None
    kind: str
    provenance: Provenance
    mention: TimeMention | None = None
    start: int | None = None
    end: int | None = None


def sentence_claims(scene: Scene, number: int, sentence: Sentence, own: Sequence[TimeMention]) -> Iterator[Claim]:
    """A claim for each happening that one of the sentence's times dates."""
    text = scene.document.text
    dated = usable(own, text)
    if not dated:
        return
    said = entry(text, sentence, dated)
    parsed = parse(words.split(text, sentence.start, sentence.end, dated, scene.events), scene.events)
    if said is not None:
        yield entry_claim(scene, number, sentence, parsed, dating(dated[0], None), said)
        return
    pairs = _pairs(scene, parsed, sentence.kind in ("item", "row"))
    if not pairs:
        return
    found = named(scene, parsed)
    for one, time in pairs:
        taken = frozenset(k for other, at in pairs if at != time for k in _territory(parsed, other, at, one, time))
        mention = parsed.sentence.times[time]
        made = claim(scene, number, sentence, parsed, found, one, time, taken, dating(mention, one))
        if _printable(made, one, scene):
            yield made


def _printable(made: Claim, one: Predicate, scene: Scene) -> bool:
    """Too little to print: `Election`, `Took over`, `Announcing the results`, a state that holds today, `we should …`."""
    words = made.title.split()
    opening = words[0].lower() if words else ""
    if one.form == "noun":
        named = any(word[:1].isupper() for word in words[1:])
        verb = scene.events.bits.get(opening, 0) & ING or opening.endswith("ing")
        return not verb and (len(words) >= 4 if named else len(words) >= 5)
    if opening in ("we", "i", "you") and made.status == "conditional":
        return False
    if (
        one.state
        and one.tense in ("present", "conditional")
        and not one.perfect
        and made.kind == "point"
        and _covers(made, scene.today)
    ):
        return False
    if scene.events.bits.get(opening, 0) & PREPOSITION and one.form != "finite" and "," not in made.title:
        return False
    return len(words) >= (3 if opening.startswith("[") else 2)


def _covers(made: Claim, today: int | None) -> bool:
    when = made.when
    if today is None or when is None or when.first_day is None or when.last_day is None:
        return False
    return when.first_day <= today <= when.last_day


def named(scene: Scene, parsed: Parsed) -> list[Named]:
    """The names of a sentence, short forms and surnames made whole."""
    memory = scene.memory
    found = names(parsed.sentence, scene.events, memory.gazetteer) + hyphened(parsed.sentence, memory.gazetteer)
    whole = (memory.resolved(one, parsed.sentence.starts[one.first]) for one in found)
    return sorted(whole, key=lambda one: (one.first, one.last))


def dating(mention: TimeMention, one: Predicate | None) -> Dating:
    """A range is one date; a `since` that dates a deed, not a state, is the day it began."""
    when, kind = mention.when, mention.kind
    start, end = words.span(mention)
    if mention.range is not None and mention.range.first:
        when, kind = mention.range.when, "span"
    elif mention.bound == "since" and mention.point is not None and one is not None and _deed(one):
        when, kind = mention.point, "point"
    anchor = mention.anchor
    basis = "stated" if anchor is None else "inferred" if anchor.how == "inferred" else "resolved"
    return Dating(when, kind, Provenance(mention.rule, str(anchor) if anchor else None, basis), mention, start, end)


def _deed(one: Predicate) -> bool:
    return one.form == "finite" and one.tense == "past" and not one.perfect and not one.state


def _pairs(scene: Scene, parsed: Parsed, listed: bool) -> list[tuple[Predicate, int]]:
    """Happenings with the word of their time; of two times that agree on one happening, the finer."""
    events = scene.events
    pairs: list[tuple[Predicate, int]] = []
    for time, mention in parsed.sentence.times.items():
        if dates_nothing(parsed, time, events):
            continue
        one = _when_clause(parsed, time) or trigger(parsed, time, events)
        if one is None or (one.weak and listed) or _idle(parsed, one, time):
            continue
        rival = next((pair for pair in pairs if pair[0] is one), None)
        if rival is not None:
            other = _noun_beside(parsed, time)
            if other is not None:
                pairs.append((other, time))
                continue
            if _agree(parsed.sentence.times[rival[1]], mention):
                if _finer(mention, parsed.sentence.times[rival[1]]):
                    pairs[pairs.index(rival)] = (one, time)
                continue
        pairs.append((one, time))
    return pairs


def _idle(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`you have to boil it in the morning`: a habit of nobody in particular; `X, in charge since 317 BCE, took …`: a remark."""
    sentence = parsed.sentence
    clause = parsed.clause_of(one.head)
    if one.form == "finite" and one.tense == "present" and not one.perfect:
        subject = sentence.words[one.first - 1].lower() if one.first else ""
        mention = sentence.times[time]
        if subject in ("you", "i", "we") or (
            mention.type == "TIME" and "on" not in mention.text and not mention.text[-4:].isdigit()
        ):
            return True
    if clause is not parsed.clause_of(time) or time > one.first:
        return False
    before = next((k for k in range(time - 1, clause.first, -1) if sentence.bits[k] & COMMA), None)
    after = time + 1 < one.first and sentence.bits[time + 1] & COMMA
    if before is None or not after or before == clause.first:
        return False
    return not any(k.head > before and k.head < time for k in parsed.predicates) and sentence.times[time].bound != ""


def _noun_beside(parsed: Parsed, time: int) -> Predicate | None:
    """`until his death in 367 BCE`: the happening right before a second time of one verb."""
    return next((one for one in parsed.predicates if one.form == "noun" and 0 < time - one.head <= 2), None)


def _when_clause(parsed: Parsed, time: int) -> Predicate | None:
    """`tense since 1991 when the army occupied …`: a state gives way to the deed that the when-clause tells."""
    clause = parsed.clause_of(time)
    place = parsed.clause_at[time] + 1
    if time != clause.last - 1 or place >= len(parsed.clauses):
        return None
    following = parsed.clauses[place]
    if following.kind != "sub" or parsed.sentence.words[following.first].lower() != "when":
        return None
    above = clause.finite
    return following.finite if above is not None and above.state else None


def _agree(one: TimeMention, other: TimeMention) -> bool:
    if one.bound or other.bound:
        return False
    return (
        one.when is not None and other.when is not None and (one.when.covers(other.when) or other.when.covers(one.when))
    )


def _finer(one: TimeMention, other: TimeMention) -> bool:
    return one.when is not None and other.when is not None and one.when.precision.rank < other.when.precision.rank


def _territory(parsed: Parsed, other: Predicate, at: int, one: Predicate, time: int) -> Iterator[int]:
    """The words that belong to another claim: its clause, or its share of a verb that both have."""
    if other is not one:
        clause = parsed.clause_of(other.head)
        if clause is not parsed.clause_of(one.head):
            yield from range(clause.first, clause.last)
        return
    low, high = sorted((at, time))
    joint = next((k for k in range(low + 1, high) if parsed.sentence.bits[k] & COORDINATOR), None)
    if joint is None or one.head > low:
        return
    yield from range(joint, parsed.clause_of(at).last) if at > time else range(one.head + 1, joint + 1)


def claim(
    scene: Scene,
    number: int,
    sentence: Sentence,
    parsed: Parsed,
    found: Sequence[Named],
    one: Predicate,
    time: int | None,
    taken: frozenset[int],
    date: Dating,
) -> Claim:
    """Put one claim together."""
    events, memory = scene.events, scene.memory
    said_by = speaking(parsed, one, events)
    state, negated = status(parsed, one, time, date.mention, scene.today, events)
    left_out = taken | (frozenset(range(*said_by)) if said_by and state != "denied" else frozenset())
    people = participants(parsed, one, found, left_out, memory, number)
    speaker = _speaker(parsed, said_by, found, memory, number)
    heads = parsed.sentence
    return _made(
        scene,
        sentence,
        date,
        title=_named_subject(
            title(parsed, one, time, taken, events), people, speaker, parsed.clause_of(one.head).kind == "that"
        ),
        trigger=one.lemma,
        trigger_start=heads.starts[one.head],
        trigger_end=heads.ends[one.head],
        status=state,
        negated=negated,
        speaker=speaker,
        participants=people,
        numbers=_numbers(parsed, taken),
    )


def entry_claim(scene: Scene, number: int, sentence: Sentence, parsed: Parsed, date: Dating, said: str) -> Claim:
    """The claim of a list item or table row."""
    events = scene.events
    one = next((k for k in parsed.predicates if k.form == "finite"), None) or next(iter(parsed.predicates), None)
    state, negated = status(parsed, one, None, date.mention, scene.today, events) if one else ("reported", False)
    if "if" in said.lower().split() and state != "denied":
        state = "conditional"
    return _made(
        scene,
        sentence,
        date,
        title=shortened(said),
        trigger=one.lemma if one else "",
        trigger_start=parsed.sentence.starts[one.head] if one else None,
        trigger_end=parsed.sentence.ends[one.head] if one else None,
        status=marked(scene.document.text, sentence, events) or state,
        negated=negated,
        speaker=None,
        participants=participants(parsed, one, named(scene, parsed), frozenset(), scene.memory, number),
        numbers=_numbers(parsed, frozenset()),
    )


def _made(
    scene: Scene,
    sentence: Sentence,
    date: Dating,
    *,
    title: str,
    trigger: str,
    trigger_start: int | None,
    trigger_end: int | None,
    status: str,
    negated: bool,
    speaker: str | None,
    participants: tuple[Participant, ...],
    numbers: tuple[str, ...],
) -> Claim:
    document = scene.document
    start, end = date.start, date.end
    return Claim(
        key=content_key(document.key, sentence.start if start is None else start, end, trigger_start, trigger_end),
        document=document.key,
        start=sentence.start,
        end=sentence.end,
        quote=document.text[sentence.start : sentence.end],
        title=title,
        when=date.when,
        kind=date.kind,
        time_start=start,
        time_end=end,
        time_text="" if start is None else document.text[start:end],
        trigger=trigger,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        status=status,
        negated=negated,
        speaker=speaker,
        participants=participants,
        numbers=numbers,
        page=document.page(sentence.start),
        provenance=date.provenance,
    )


def _speaker(
    parsed: Parsed, said_by: tuple[int, int] | None, found: Sequence[Named], memory: Memory, number: int
) -> str | None:
    if said_by is None:
        return None
    inside = [one for one in found if said_by[0] <= one.first < said_by[1]]
    people = [one for one in inside if one.kind == "person"] or [one for one in inside if one.kind != "place"]
    if people:
        return people[0].name
    spoken = [word.lower() for word in parsed.sentence.words[said_by[0] : said_by[1]]]
    return memory.last_person(number) if "he" in spoken or "she" in spoken else None


def _named_subject(line: str, people: Sequence[Participant], speaker: str | None, told: bool) -> str:
    """`He crushed an army` → `[Gelon] crushed an army`, where the pronoun was looked up, or is who speaks."""
    head, _, rest = line.partition(" ")
    if head == "I" and speaker and rest:
        return f"[{speaker}] {rest}"
    if rest and head.lower() in _PERSONAL:
        if told and speaker and head.lower() != "they":
            return f"[{speaker}] {rest}"
        meant = [one.name for one in people if one.start == one.end and one.text.lower() == head.lower()]
        if meant:
            return f"[{meant[0]}] {rest}"
    return line


def _numbers(parsed: Parsed, left_out: frozenset[int]) -> tuple[str, ...]:
    """Counts and measures, without thousands' commas."""
    sentence = parsed.sentence
    found = (
        sentence.words[k].replace(",", "") for k, bit in enumerate(sentence.bits) if bit == NUMBER and k not in left_out
    )
    return tuple(dict.fromkeys(found))
