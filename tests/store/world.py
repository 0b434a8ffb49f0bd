"""A small world: documents with claims, and a linker that is simple enough to foresee."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.claim import Claim
from timeline.model.decision import Decision
from timeline.model.document import Document, Published
from timeline.model.event import Event
from timeline.model.expression import Fixed, TimeExpression
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.model.mention import Anchor, TimeMention
from timeline.model.participant import Participant
from timeline.model.problem import Problem
from timeline.model.provenance import Provenance
from timeline.temporal.interval import Interval


@dataclass(frozen=True)
class Outcome:
    """What a pipeline would hand over."""

    document: Document
    mentions: tuple[TimeMention, ...]
    claims: tuple[Claim, ...]
    published: Published | None = None
    problems: tuple[Problem, ...] = ()
    signature: bytes = b""
    fingerprint: str = "rules-1"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def outcome(uri: str, *lines: str, fingerprint: str = "rules-1", publisher: str | None = None) -> Outcome:
    """A document of lines `EDTF | title | Actor; Actor @ Place | status`; its text holds each title as a sentence."""
    text, spans = "", []
    for line in lines:
        edtf, title, named, status = ([part.strip() for part in line.split("|")] + ["", ""])[:4]
        start = len(text)
        text += f"{title} in {edtf}.\n" if edtf else f"{title}.\n"
        spans.append(Told(start, len(text) - 1, edtf, title, named, status))
    key = content_key(text)
    document = Document(
        key, uri, text, "text", sha(text), sha(text), title=f"On {uri}", publisher=publisher, page_starts=(0,)
    )
    published = Published(Interval.parse("2021-11-08"), "byline")
    claims = tuple(_claim(document, span) for span in spans)
    mentions = tuple(_mention(claim) for claim in claims if claim.when)
    return Outcome(document, mentions, claims, published, signature=key.encode(), fingerprint=fingerprint)


class Told(NamedTuple):
    """One line of a document."""

    start: int
    end: int
    edtf: str
    title: str
    named: str
    status: str


def _claim(document: Document, told: Told) -> Claim:
    start, end, edtf, title, named, status = told
    actors, _, places = named.partition("@")
    participants = [
        Participant(name.strip(), kind, role, start, start + 3, document.text[start : start + 3])
        for names, kind, role in ((actors, "country", "who"), (places, "place", "where"))
        for name in names.split(";")
        if name.strip()
    ]
    return Claim(
        key=content_key(document.key, start, end),
        document=document.key,
        start=start,
        end=end,
        quote=document.text[start:end],
        title=title,
        when=Interval.parse(edtf) if edtf else None,
        kind="span" if "/" in edtf else "point",
        time_start=end - 1 - len(edtf) if edtf else None,
        time_end=end - 1 if edtf else None,
        time_text=edtf,
        trigger=title.split(maxsplit=1)[0].lower(),
        status=status or "reported",
        participants=tuple(participants),
        numbers=("7.1",),
        page=document.page(start),
        provenance=Provenance("date.iso", "document 2021-11-08 (byline)", "stated" if edtf else "none"),
    )


def _mention(claim: Claim) -> TimeMention:
    assert claim.when is not None
    assert claim.time_start is not None
    assert claim.time_end is not None
    expression = TimeExpression(
        claim.time_start, claim.time_end, claim.time_text, "DATE", claim.time_text, None, "date.iso", Fixed(claim.when)
    )
    anchor = Anchor("document", "2021-11-08", "byline")
    return TimeMention(expression, claim.time_text, claim.when, claim.kind, anchor, "told")


def link(
    claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], decisions: Sequence[Decision] = ()
) -> tuple[Event, ...]:
    """Claims of one title are one event, dated by the first of them; told by nobody in a way that depends on order.

    What a decision names is together or apart, whatever the titles.
    """
    pairs = {(d.verb, *sorted((one, other))) for d in decisions for one in d.left for other in d.right}
    ordered = sorted(claims, key=lambda claim: (documents[claim.document].uri, claim.start))
    groups: list[list[Claim]] = []
    for claim in ordered:
        decided = [[_pair(other, claim, pairs) for other in group] for group in groups]
        fitting = [
            number
            for number, (group, found) in enumerate(zip(groups, decided, strict=True))
            if "split" not in found and ("merge" in found or claim.title in {other.title for other in group})
        ]
        told = [number for number in fitting if "merge" in decided[number]]
        if fitting:
            groups[(told or fitting)[0]].append(claim)
        else:
            groups.append([claim])
    return tuple(_event(group) for group in groups)


def _pair(one: Claim, other: Claim, pairs: set[tuple[str, ...]]) -> str:
    return next((verb for verb in ("merge", "split") if (verb, *sorted((one.key, other.key))) in pairs), "")


def _event(claims: list[Claim]) -> Event:
    first = claims[0]
    dates = {claim.when.edtf for claim in claims if claim.when}
    documents = {claim.document for claim in claims}
    return Event(
        key=content_key(min(claim.key for claim in claims)),
        title=first.title,
        when=first.when,
        kind=first.kind,
        status=first.status,
        actors=tuple(dict.fromkeys(name for claim in claims for name in claim.actors)),
        places=tuple(dict.fromkeys(name for claim in claims for name in claim.places)),
        claims=tuple(claims),
        documents=len(documents),
        mentions=len(claims),
        sources=len(documents),
        disputed=len(dates) > 1,
        inferred=False,
        salience=float(len(claims)),
    )


WORLD = (
    outcome(
        "a.txt",
        "1988 | The conflict began | Armenia; Azerbaijan",
        "1990/1993~ | Troops invaded land | Armenia @ Azerbaijan",
        "1991 | The region was occupied | Armenia @ Karabakh",
        "1994 | A ceasefire was signed | Armenia; Azerbaijan",
        "2020-09-27 | New clashes erupted | Azerbaijan @ Karabakh",
        "2020-11-10 | An agreement ended the fighting | Russia; Armenia; Azerbaijan",
        "2021-01-11 | The leaders signed a pact | Russia; Armenia; Azerbaijan @ Moscow",
        " | Nobody knows when the bridge fell | Armenia",
        publisher="The Daily Echo",
    ),
    outcome(
        "b.txt",
        "1992 | The region was occupied | Armenia @ Karabakh",
        "2020-11 | An agreement ended the fighting | Russia @ Moscow",
        "2025 | A summit will be held | Armenia @ Tbilisi | planned",
        "-0043-03-15 | Caesar was murdered | Brutus @ Rome",
        "1918/.. | The archive has been closed | Rome State Archive",
        "../1950 | The old law was in force | Rome",
        "Y17000 | The light will arrive | ",
        publisher="Agency",
    ),
    outcome(
        "folder/c.txt",
        "2020-11-10 | An agreement ended the fighting | Russia",
        '1999-12-31 | The "century" ended, it\'s 100% over | Márquez',
    ),
)
