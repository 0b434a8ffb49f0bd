"""Values of the model as rows of the tables, and back. Every tuple is in the order of `store/schema.py`."""

from __future__ import annotations

import json
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.participant import Participant
from timeline.model.provenance import Provenance
from timeline.store.bucket import bucket
from timeline.store.calendar import iso, year_and_month
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.document import Document, Published
    from timeline.model.mention import TimeMention

Row = tuple[Any, ...]

_NO_TIME: Row = (None, None, None, None, 0, 0, None)


def time_row(when: Interval | None) -> Row:
    """The seven columns of a time."""
    if when is None:
        return _NO_TIME
    return (
        *(when.edtf, when.first_day, when.last_day, str(when.precision)),
        *(int(when.approximate), int(when.uncertain), when.clock),
    )


@lru_cache(maxsize=1 << 15)
def interval(row: Row) -> Interval | None:
    """Inverse of `time_row`; nothing is parsed again."""
    edtf, first_day, last_day, precision, approximate, uncertain, clock = row
    if edtf is None:
        return None
    return Interval(edtf, first_day, last_day, Precision(precision), bool(approximate), bool(uncertain), clock)


def listed(values: Sequence[object]) -> str:
    """A JSON list, as the columns `actors`, `places`, `numbers`, `page_starts` hold it."""
    return _json(tuple(values)) if values else "[]"


@lru_cache(maxsize=1 << 15)
def _json(values: tuple[object, ...]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1 << 15)
def _listing(text: str) -> tuple[Any, ...]:
    """Inverse of `listed`."""
    return () if text == "[]" else tuple(json.loads(text))


def document_row(document: Document, published: Published | None, signature: bytes, fingerprint: str) -> Row:
    """Table `document`, without id and uri."""
    return (
        *(document.key, document.format, document.bytes_sha256, document.text_sha256, fingerprint),
        *(document.title, document.publisher, document.author, document.language),
        *time_row(published.when if published else None),
        published.how if published else None,
        *(listed(document.page_starts), signature, len(document.text), document.text),
    )


def mention_row(mention: TimeMention) -> Row:
    """Table `time_expression`, without the document's id."""
    expression, anchor, stretch = mention.expression, mention.anchor, mention.range
    return (
        *(expression.start, expression.end, expression.text, expression.type, expression.value),
        *(mention.value, expression.mod, expression.rule, mention.kind, mention.bound),
        *time_row(mention.when),
        *((anchor.kind, anchor.edtf, anchor.how, anchor.start, anchor.end) if anchor else (None,) * 5),
        *((stretch.when.edtf, stretch.start, stretch.end) if stretch else (None,) * 3),
        mention.why,
    )


def claim_row(claim: Claim) -> Row:
    """Table `claim`, without ids; most rows are of it, and tuples put together cost half of tuples unpacked."""
    how = claim.provenance
    told = (claim.key, claim.start, claim.end, claim.quote, claim.title)
    written = (claim.kind, claim.time_start, claim.time_end, claim.time_text, claim.trigger, claim.trigger_start)
    more = (claim.trigger_end, claim.status, int(claim.negated), claim.speaker, listed(claim.numbers), claim.page)
    return told + time_row(claim.when) + written + more + (how.rule, how.anchor, how.basis)


def event_row(id_: int, event: Event, marks: str) -> Row:
    """Table `event`."""
    when = event.when
    first, last = (when.first_day, when.last_day) if when else (None, None)
    year, month = year_and_month(first, last)
    return (
        *(id_, event.key, iso(first), iso(last), year, None if year is None else year // 10 * 10, month),
        *time_row(when),
        *(event.kind, event.title, event.status, listed(event.actors), listed(event.places)),
        *(
            event.documents,
            event.mentions,
            event.sources,
            int(event.disputed),
            int(event.inferred),
            float(event.salience),
        ),
        *(int(event.hidden), int(event.starred), listed(event.labels), event.note, int(event.edited)),
        *(bucket(first, last), marks),
    )


CLAIM_COLUMNS = (
    'claim.key, document.key, claim.start, claim."end", claim.quote, claim.title, claim.edtf, claim.first_day, '
    "claim.last_day, claim.precision, claim.approximate, claim.uncertain, claim.clock, claim.kind, claim.time_start, "
    "claim.time_end, claim.time_text, claim.trigger, claim.trigger_start, claim.trigger_end, claim.status, "
    "claim.negated, claim.speaker, claim.numbers, claim.page, claim.rule, claim.anchor, claim.basis"
)
"""What `claim` reads, from `claim JOIN document`."""


def claim(row: Sequence[Any], participants: tuple[Participant, ...]) -> Claim:
    """A claim from CLAIM_COLUMNS."""
    key, document, start, end, quote, title = row[:6]
    kind, time_start, time_end, time_text, trigger, trigger_start, trigger_end = row[13:20]
    status, negated, speaker, numbers, page, rule, anchor, basis = row[20:28]
    return Claim(
        *(key, document, start, end, quote, title, interval(tuple(row[6:13])), intern(kind), time_start, time_end),
        *(time_text, intern(trigger), trigger_start, trigger_end, intern(status), bool(negated), speaker, participants),
        *(_listing(numbers), page, _provenance(rule, anchor, basis)),
    )


@lru_cache(maxsize=1 << 15)
def _provenance(rule: str | None, anchor: str | None, basis: str) -> Provenance:
    return Provenance(rule, anchor, basis)


PARTICIPANT_COLUMNS = (
    'entity.name, claim_entity.kind, claim_entity.role, claim_entity.start, claim_entity."end", claim_entity.text'
)
"""The fields of `Participant`, from `claim_entity JOIN entity`."""


def participant(row: Sequence[Any]) -> Participant:
    """A participant from PARTICIPANT_COLUMNS; what many of them have in common is kept once."""
    name, kind, role, start, end, text = row
    return Participant(intern(name), intern(kind), intern(role), start, end, intern(text))


EVENT_COLUMNS = (
    "e.key, e.title, e.edtf, e.first_day, e.last_day, e.precision, e.approximate, e.uncertain, e.clock, e.kind, "
    "e.status, e.actors, e.places, e.documents, e.mentions, e.sources, e.disputed, e.inferred, e.salience, "
    "e.hidden, e.starred, e.labels, e.note, e.edited"
)
"""What `event` reads."""


def event(row: Sequence[Any], claims: tuple[Claim, ...]) -> Event:
    """An event from EVENT_COLUMNS."""
    key, title = row[:2]
    kind, status, actors, places, documents, mentions, sources, disputed, inferred, salience = row[9:19]
    hidden, starred, labels, note, edited = row[19:24]
    return Event(
        *(key, title, interval(tuple(row[2:9])), kind, status, _listing(actors), _listing(places), claims),
        *(documents, mentions, sources, bool(disputed), bool(inferred), salience),
        *(bool(hidden), bool(starred), _listing(labels), note, bool(edited)),
    )
