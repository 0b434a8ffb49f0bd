"""Whom a line names by half gets the rest of the name: `Mr Moe left the town` → `Mr [Karl] Moe left the town`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.extract.line.tidy import without_symbols
from timeline.extract.who.gender import given, is_person, single, titled
from timeline.extract.who.memory import Memory
from timeline.languages.events import ADVERB, CLOSED, COORDINATOR, DETERMINER, EVENT, PAST, THIRD, Events
from timeline.model.claim import Claim

_LONGEST = 130
"""Characters of a line that the rest of a name may fill."""
_NAME = re.compile(r"(?<![\w’'&-])[A-ZÀ-Þ][\w-]*[\w](?![\w&])")
_ALONE = re.compile(r"\[([A-ZÀ-Þ][\w’-]+)\]")
_LETTERS = re.compile(r"(?<![\w’'&-])[A-Z][A-Z&]{1,6}(?![\w&-])")
_CAPITALS = r"[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*"
_BODY = re.compile(r"\b[Tt]he ([A-Z][a-z]+)(?! of| for| [A-Z]|['’-])\b")
_SIGNS = ",.;:!?()"
_WITHIN, _JOINED = frozenset("_’'-"), frozenset("_-")
"""Signs that make one word of what stands before or after them and a name."""
_QUOTES = (("“", "”"), ("[", "]"), ("(", ")"))


def in_full(claim: Claim, memory: Memory) -> Claim:
    """The claim with a line in which everybody is named in full once, where the document tells the name."""
    title, told = _bracketed(claim, memory), set[str]()
    for name, before, after in _halves(claim, memory):
        whole = f"{before} {name} {after}".strip()
        if name in told or whole in title:
            continue
        told.add(name)
        at = _place(title, name, memory.events)
        if at is None or (before or after) in title or len(title) + len(whole) - len(name) + 2 > _LONGEST:
            continue
        sex = titled(title[:at].split(), len(title[:at].split()), memory.events)
        if sex is not None and before and given(before, memory.events) not in (sex, None):
            continue  # `Mrs Moe`, of a Karl Moe
        end = at + len(name)
        if before:
            title = f"{title[:at]}[{before}] {title[at:]}"
        elif not _is_one_of_two(title[:at], title[end:], memory.events):
            title = f"{title[:end]} [{after}]{title[end:]}"
    title = _of_what(_spelled_out(without_symbols(title), memory), memory)
    return claim if title == claim.title else replace(claim, title=title)


def _bracketed(claim: Claim, memory: Memory) -> str:
    """`[Ada] left the town`, where a pronoun stood → `[Ada Lindt] left the town`."""
    match = _ALONE.search(claim.title)
    name = match[1] if match is not None else ""
    told = name and any(who.name == name and who.kind == "person" for who in claim.participants)
    if match is None or not (told or given(name, memory.events)) or name in memory.gazetteer.entries:
        return claim.title
    before, after = memory.surnames.sole(name), memory.surnames.family(name)
    whole = name if before and after else f"{before} {name} {after}".strip()
    return claim.title.replace(match.group(), f"[{whole}]", 1)


def _spelled_out(title: str, memory: Memory) -> str:
    """`The HWA sued` → `The HWA [Hale Works Agency] sued`, of what nobody need know beyond its own document."""
    known = memory.gazetteer.entries
    for match in _LETTERS.finditer(title):
        short = match.group()
        long = memory.short_forms().get(short, "")
        if not long or long.endswith(("'s", "’s")) or long in title or short in known or long in known:
            continue
        end = match.end()
        rest = title[end:].split(maxsplit=1)
        noun = bool(rest) and title[end] == " " and _goes_on(rest[0].rstrip(_SIGNS), memory.events)
        if not noun and not _within_signs(title[:end]) and len(title) + len(long) + 3 <= _LONGEST:
            title = f"{title[:end]} [{long}]{title[end:]}"
            break
    return title


def _of_what(title: str, memory: Memory) -> str:
    """`The Bank sold bills` → `The Bank [of Vik] sold bills`, where the document tells of one bank only.

    Not looked for in a text too long to be searched for each of its names.
    """
    if memory.surnames.capitals is not None:
        return title
    for match in _BODY.finditer(title):
        if match[1].lower() not in memory.events.sets["named_bodies"] or _within_signs(title[: match.start()]):
            continue
        rest = memory.bodies.get(match[1])
        if rest is None:
            rest = memory.bodies[match[1]] = _sole(match[1], memory.text)
        if rest and len(title) + len(rest) + 3 <= _LONGEST:
            return f"{title[: match.end()]} [{rest}]{title[match.end() :]}"
    return title


def _sole(body: str, text: str) -> str:
    """`of Vik`, if no `Bank of Ash` and no `Vik Savings Bank` is told of."""
    told = {found[1] for found in re.finditer(rf"\b{body} ((?:of|for) (?:the )?{_CAPITALS})", text)}
    other = re.search(rf"(?<![\w.’'-])[A-Z][\w.’'-]* {body}\b(?! of)(?<!The {body})", text)
    return told.pop() if len(told) == 1 and other is None else ""


def _halves(claim: Claim, memory: Memory) -> Iterator[tuple[str, str, str]]:
    """The names of which a line has a part, with what stands before and after: `Moe`: `Karl`; `Ada`: `Lindt`."""
    surnames, events = memory.surnames, memory.events
    for who in claim.participants:
        before = who.name.removesuffix(f" {who.text}")
        if who.kind == "person" and _is_a_name(who.text, events) and before != who.name:
            known = given(who.text, events) is not None and surnames.family(who.text)
            if not known and surnames.sole(who.text) == before:
                yield who.text, before, ""
    others = {who.text for who in claim.participants if who.kind != "person" and given(who.text, events) is None}
    for match in _NAME.finditer(claim.title):
        name = match.group()
        if name in others or name in memory.gazetteer.entries or not _is_a_name(name, events):
            continue
        before, after = surnames.sole(name), surnames.family(name) if given(name, events) is not None else ""
        if after and not before:
            yield name, "", after
        elif before and not after and given(before, events) is not None:
            yield name, before, ""


def _is_a_name(word: str, events: Events) -> bool:
    """Not `Tory`, `MPs`."""
    name = single(word, events)
    known = name in events.sets["continental"] or name in events.honorifics or name in events.calendar
    return len(name) > 1 and not known


def _place(title: str, name: str, events: Events) -> int | None:
    """Where a name first stands in a line, if it stands there for somebody: not `the Moe trial`, `Moe Street`."""
    start = _word_at(title, name)
    if start < 0 or _within_signs(title[:start]):
        return None
    before, after = title[:start].split(), title[start + len(name) :]
    if after[:1] == " " and _goes_on(after.split()[0].rstrip(_SIGNS), events):
        return None
    while before and (before[-1].rstrip(".") in events.honorifics or before[-1] in events.roles):
        if before[-1] in events.sets["first_named"]:
            return None  # `Sir Karl`
        before.pop()
        if len(before) > 1 and events.bits.get(before[-1], 0) & COORDINATOR and before[-2] in events.honorifics:
            return None  # `Mr and Mrs Moe`
    led = before[-1] if before else ""
    if events.bits.get(led.lower(), 0) & DETERMINER or led in events.sets["particles"]:
        return None
    if led[:1].isupper() and led[-1].isalnum() and (before[:-1] or not events.bits.get(led.lower(), 0)):
        return None  # `Public Service Moe`
    return start


def _word_at(title: str, name: str) -> int:
    """Where a name stands as a word of its own; -1: nowhere."""
    at = title.find(name)
    while at >= 0:
        before, after = title[at - 1 : at], title[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or before in _WITHIN or after.isalnum() or after in _JOINED):
            return at
        at = title.find(name, at + 1)
    return -1


def _is_one_of_two(before: str, after: str, events: Events) -> bool:
    """`Mel and Sue`, `his brother, Karl`: a given name that is told with another, or of another's family."""
    led, follows = before.rstrip(" ,").rpartition(" ")[2].lower(), after.lstrip(" ").partition(" ")[0]
    joined = (events.bits.get(led, 0) | events.bits.get(follows, 0)) & COORDINATOR
    return bool(joined) or is_person(led, events)


def _goes_on(word: str, events: Events) -> bool:
    """`Moe | Street`, `the latest Moe | trial`, `Moe | supporters`: is the name part of what another noun names?"""
    bits = events.bits.get(word, 0)
    noun = word in events.nouns or is_person(single(word, events), events) or bits & EVENT
    return word[:1].isupper() or bool(noun and not bits & (PAST | THIRD | CLOSED | ADVERB))


def _within_signs(before: str) -> bool:
    """Is something still quoted or bracketed?"""
    return before.count('"') % 2 == 1 or any(before.count(one) > before.count(other) for one, other in _QUOTES)
