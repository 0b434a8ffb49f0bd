"""The names in a sentence: who and where, in canonical form."""

from __future__ import annotations

from typing import NamedTuple

from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, POSSESSIVE, QUOTE, TIME, Words
from timeline.extract.who.capitals import acronym, compound, deed, home, opener, seat, within, work
from timeline.extract.who.gazetteer import Entity, Gazetteer
from timeline.extract.who.gender import is_person
from timeline.languages.events import CLOSED, COORDINATOR, PAST, PREPOSITION, PRONOUN


class Named(NamedTuple):
    """A name with its words `[first, last)`."""

    first: int
    last: int
    name: str
    kind: str
    people: bool = False
    seat_of: str = ""
    known: bool = False
    """Found in the gazetteer."""


def names(sentence: Words, gazetteer: Gazetteer) -> list[Named]:
    """All names of a sentence, in order, not overlapping."""
    found: list[Named] = []
    last = 0
    for at in [k for k, bit in enumerate(sentence.bits) if bit & NAME]:
        if at >= last:
            run, last = at, _run(sentence, at, gazetteer)
            while run > 0 and sentence.words[run - 1] in sentence.events.sets["surnamed"]:
                run -= 1  # `after | van der Laan agreed`
            found += _read(sentence, run if run < at else _body_of(sentence, at), last, gazetteer)
    return [_beside(sentence, found[k - 1], one) if k else one for k, one in enumerate(found)]


def _beside(sentence: Words, before: Named, one: Named) -> Named:
    """`in Ashmere, Thornbury`: what follows a place after a comma, and does nothing, is where that place lies."""
    if one.kind != "person" or before.kind != "place" or one.first != before.last + 1:
        return one
    bits = sentence.bits
    if not bits[before.last] & COMMA or (one.last < len(bits) and not bits[one.last] & (COMMA | HARD | TIME | CLOSE)):
        follows = sentence.words[one.last] if one.last < len(bits) else ""
        if not bits[before.last] & COMMA or follows not in sentence.events.locatives:
            return one
    return Named(one.first, one.last, one.name, "place")


def _body_of(sentence: Words, at: int) -> int:
    """`the Board | of Trade`: a body whose first word alone would be nobody's name."""
    words, events = sentence.words, sentence.events
    led = at > 1 and words[at - 1] in events.sets["charged"] and words[at - 2] in events.roles
    return at - 2 if led and words[at - 2] in events.organisation else at


def _run(sentence: Words, at: int, gazetteer: Gazetteer) -> int:
    """The end of a run of capitalised words, joined by `of`, `de`, `and` … inside."""
    bits, words, size, sets = sentence.bits, sentence.words, len(sentence.words), sentence.events.sets
    k = at
    while k < size:
        if bits[k] & NAME or (k > at and words[k] in sets["numerals"]):
            k += 1
        elif k > at and words[k] in sets["joints"] and k + 1 < size and _joins(sentence, at, k):
            k += 1 if bits[k + 1] & NAME else 2
        elif k > at and k + 1 < size and bits[k + 1] & NAME and _leads_on(sentence, at, k, gazetteer):
            k += 1
        else:
            break
        if compound(words[k - 1]) and k - 1 > at:
            break  # `Moe-whom | Lind hated`
    return k


def _leads_on(sentence: Words, at: int, k: int, gazetteer: Gazetteer) -> bool:
    """A sign inside a name: `St. John`, `Queen | 's College`; not `Norway's Bank`."""
    words, events = sentence.words, sentence.events
    if words[k] == ".":
        return len(words[k - 1]) <= 3
    if not sentence.bits[k] & POSSESSIVE or words[k + 1] not in events.organisation:
        return False
    return words[k - 1] in events.sets["patrons"] and gazetteer.find(words, at) is None


def _joins(sentence: Words, at: int, k: int) -> bool:
    bits, words, sets = sentence.bits, sentence.words, sentence.events.sets
    word = words[k]
    after = k + 1
    led = word in sets["belonging"] or word in sets["particles"]
    if led and words[after] in (sets["the"] | sets["particles"]) and after + 1 < len(words):
        after += 1
    if not bits[after] & NAME:
        return False
    if word in sets["toward_date"] or word in sets["upon"]:
        return _organised(sentence, at, k)
    return word == "&" or word in sets["belonging"] or word in sets["particles"]


def _read(sentence: Words, first: int, last: int, gazetteer: Gazetteer) -> list[Named]:
    """What a run of capitals names: known names at either end are taken off, the rest is told by its words."""
    words = sentence.words
    whole = gazetteer.find(words, first)
    if whole is not None and whole[1] >= last - first:
        return [_known(first, first + whole[1], whole[0])]
    if work(sentence, first):
        return []
    if compound(words[first]) and last - first > 2:
        return _read(sentence, first + 1, last, gazetteer)  # `US-born | Ada Moe`
    led = opener(sentence, first, last)
    if led:
        return _read(sentence, led, last, gazetteer)
    fought = deed(sentence, first, last)
    if seat(sentence, first, last):
        return [Named(first, last, _text(sentence, first, last), "person")]
    if fought:
        return _fought_at(sentence, first, fought, last, gazetteer)
    term = _term(sentence, first, last)
    if term:
        return _read(sentence, term, last, gazetteer)
    title = _last_honorific(sentence, first, last)
    if title is not None:
        before = _read(sentence, first, title, gazetteer) if title > first else []
        return [*(one for one in before if one.known), *_titled(sentence, title, last, gazetteer)]
    if whole is not None:
        return _led(sentence, first, last, whole, gazetteer)
    belonging = sentence.events.sets["belonging"]
    for k in range(first + 1, last):
        tail = gazetteer.find(words, k) if words[k - 1] in belonging else None
        if tail is not None and k + tail[1] >= last and not _organised(sentence, first, k):
            return [*_read(sentence, first, k - 1, gazetteer), _known(k, k + tail[1], tail[0])]
    apart = home(sentence, first, last)
    if apart:
        return [*_read(sentence, first, apart[0], gazetteer), *_read(sentence, apart[1], last, gazetteer)]
    return [_unknown(sentence, first, last)] if _nameworthy(sentence, first, last) else []


def _fought_at(sentence: Words, first: int, fought: int, last: int, gazetteer: Gazetteer) -> list[Named]:
    """`the Battle of Vik`: Vik, a place; nothing of `Operation Heron`; of other papers and deeds what is known."""
    words, sets = sentence.words, sentence.events.sets
    if fought + 1 >= last or words[fought] not in sets["of"]:
        return []
    found = _read(sentence, fought + 1 + (words[fought + 1] in sets["the"]), last, gazetteer)
    if words[fought - 1] not in sets["battles"]:
        return [one for one in found if one.known and one.kind != "place"]  # `the Declaration of the Rights of Man`
    return [one if one.known else Named(one.first, one.last, one.name, "place") for one in found]


def _term(sentence: Words, first: int, last: int) -> int:
    """`after the Termination Date Pelham left`: the end of what a contract has defined; 0 where nothing is."""
    words = sentence.words
    if not first or words[first - 1].lower() not in sentence.events.sets["the"]:
        return 0
    ends = (k + 1 for k in range(last - 2, first, -1) if words[k] in sentence.events.roles)
    return next((k for k in ends if not _organised(sentence, first, k)), 0)


def _last_honorific(sentence: Words, first: int, last: int) -> int | None:
    """`Philippine Finance Minister Jamie Ongpin`: the name begins after the last title."""
    words, events = sentence.words, sentence.events
    for k in range(last - 2, first - 1, -1):
        if words[k] in events.honorifics and words[k + 1] not in events.sets["joints"]:
            if sentence.bits[k + 1] & POSSESSIVE:
                continue  # `Queen's College`
            return k
        if words[k] in events.honorifics and k + 3 < last and words[k + 2] in events.sets["offices"]:
            return k
    return None


def _led(sentence: Words, first: int, last: int, whole: tuple[Entity, int], gazetteer: Gazetteer) -> list[Named]:
    """A run that a known name opens: `Azerbaijani Foreign Ministry`, `Boston Globe`, `Jordan Peele`."""
    entity, count = whole
    words = sentence.words
    rest = first + count
    head = _known(first, rest, entity)
    if entity.people:
        if _organised(sentence, rest, last):
            return [head, Named(first, last, _text(sentence, first, last), "organisation")]
        return [head, *_read(sentence, rest, last, gazetteer)]
    if _organised(sentence, rest, last):
        own = [head] if entity.kind == "country" else []
        return [*own, Named(first, last, _text(sentence, first, last), "organisation")]
    tail = gazetteer.find(words, rest)
    if tail is not None and rest + tail[1] >= last:
        return [head, _known(rest, rest + tail[1], tail[0])]
    if words[rest] in sentence.events.honorifics or entity.kind == "organisation":
        return [head, *_read(sentence, rest, last, gazetteer)]
    if words[rest] in sentence.events.sets["belonging"]:
        return [head, *_read(sentence, rest + 1, last, gazetteer)]
    return [_unknown(sentence, first, last)]


def _titled(sentence: Words, first: int, last: int, gazetteer: Gazetteer) -> list[Named]:
    """What follows `President`, `Mr`: a person, and perhaps the country after `of`."""
    words = sentence.words
    while first + 1 < last and (words[first] in sentence.events.honorifics or words[first] == "."):
        first += 3 if first + 3 < last and words[first + 2] in sentence.events.sets["offices"] else 1
    for k in range(first, last):
        if words[k] in sentence.events.sets["belonging"]:
            return [*_person(sentence, first, k), *_read(sentence, k + 1, last, gazetteer)]
    return _person(sentence, first, last)


def _person(sentence: Words, first: int, last: int) -> list[Named]:
    return [Named(first, last, _text(sentence, first, last), "person")] if first < last else []


def _unknown(sentence: Words, first: int, last: int) -> Named:
    words, bits, events = sentence.words, sentence.bits, sentence.events
    name = _text(sentence, first, last)
    if _organised(sentence, first, last):
        return Named(first, last, name, "organisation")
    if words[last - 1] in events.place or words[first] in events.sets["mountains"]:
        return Named(first, last, name, "place")
    before = words[first - 1].lower() if first else ""
    sets = events.sets
    if (last < len(words) and words[last] in sets["localities"]) or before in sets["stricken"]:
        return Named(first, last, name, "place")
    if before in sets["of"] and first > 1 and words[first - 2].title() in sets["battles"]:
        return Named(first, last, name, "place")  # `the battle of Vik`
    joint = before in sets["belonging"] or before == ","  # `the capital, Vik`
    if joint and first > 1 and words[first - 2].lower() in sets["localities"]:
        return Named(first, last, name, "place")
    called = before in sets["calling"] and first > 1 and words[first - 2].lower() in sets["bodies"]
    if called or before in sets["bodies"] or acronym(name):
        return Named(first, last, name, "organisation")
    if last - first == 1:
        if before in events.sets["the"] or before in events.sets["several"]:
            return Named(first, last, name, "group" if name.endswith(events.endings["plural"]) else "organisation")
        if before in events.locatives and not bits[min(last, len(bits) - 1)] & COORDINATOR:
            return Named(first, last, name, "place")
    elif before in events.sets["the"]:
        return Named(first, last, name, "organisation")
    elif before in events.sets["within"] and not bits[first] & PRONOUN:
        return Named(first, last, name, "place")
    return Named(first, last, name, "person")


def _nameworthy(sentence: Words, first: int, last: int) -> bool:
    """A single capital at a sentence's start may be a plain noun: `Losses piled up`."""
    bits, words, events = sentence.bits, sentence.words, sentence.events
    if last - first > 1:
        if words[last - 1] in events.sets["deedless"]:
            return False  # `the Military Cross`, `the Crimean War`
        return words[last - 1] not in events.roles or _organised(sentence, first, last)
    word = words[first]
    follows = words[first + 1] if first + 1 < len(words) else ""
    if word in events.calendar and first and not bits[first - 1] & (HARD | QUOTE | OPEN):
        return False
    if compound(word) or (first + 1 < len(words) and bits[first + 1] & NUMBER) or follows in events.sets["numbered"]:
        return False
    if word.endswith(events.endings["people"]) and follows[:1].islower() and not bits[first + 1] & (CLOSED | PAST):
        return False
    if len(word) < 2 or (not any(sign.islower() for sign in word) and len(word) > 12):
        return False
    opens = first == 0 or bits[first - 1] & (HARD | QUOTE | OPEN | TIME) or words[first - 1] == "*"
    if not opens:
        return not bits[first] & NUMBER
    if bits[first] & ~NAME or not follows[:1].strip("."):
        return False
    noun = not acronym(word) and (is_person(follows, events) or follows in events.nouns)  # `Culture minister Moe`
    if follows.isalpha() and (noun or not bits[first + 1] or bits[first + 1] & PREPOSITION):
        return within(sentence, first)  # `Freight trains collided`, `Proposal to close the museum`
    return bool(follows and (follows == "," or bits[first + 1] & POSSESSIVE)) or not word.endswith(
        events.endings["plain"]
    )


def _organised(sentence: Words, first: int, last: int) -> bool:
    known = sentence.events.organisation
    return any(word.rstrip(".") in known for word in sentence.words[first:last])


def _known(first: int, last: int, entity: Entity) -> Named:
    return Named(first, last, entity.name, entity.kind, entity.people, entity.seat_of, known=True)


def _text(sentence: Words, first: int, last: int) -> str:
    """The name as written, on one line."""
    while first < last - 1 and sentence.words[last - 1] in sentence.events.sets["joints"]:
        last -= 1
    text = sentence.text[sentence.starts[first] : sentence.ends[last - 1]]
    return " ".join(text.split()) if "\n" in text or "  " in text else text
