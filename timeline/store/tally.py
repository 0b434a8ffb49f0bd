"""What is told of all events, counted again; and rows that belong to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_EQUAL = (
    ("events by number", "SELECT coalesce(max(id), 0) FROM event", "SELECT count(*) FROM event"),
    (
        "events by year",
        "SELECT coalesce(sum(events), 0) FROM event_year",
        "SELECT count(year) FROM event WHERE NOT hidden",
    ),
    (
        "dated events",
        "SELECT coalesce(max(CAST(value AS integer)), 0) FROM property WHERE name = 'dated'",
        "SELECT count(bucket) FROM event WHERE NOT hidden",
    ),
    (
        "events that are shown",
        "SELECT coalesce(max(CAST(value AS integer)), 0) FROM property WHERE name = 'shown'",
        "SELECT count(*) FROM event WHERE NOT hidden",
    ),
    ("mentions", "SELECT coalesce(sum(mentions), 0) FROM event", "SELECT count(*) FROM event_claim"),
    (
        "documents of events",
        "SELECT coalesce(sum(documents), 0) FROM event",
        "SELECT count(*) FROM (SELECT DISTINCT l.event_id, c.document_id FROM event_claim AS l "
        "JOIN claim AS c ON c.id = l.claim_id) AS told",
    ),
    (
        "actors and places",
        "SELECT coalesce(sum(json_array_length(actors) + json_array_length(places)), 0) FROM event",
        "SELECT count(*) FROM event_entity",
    ),
    (
        "documents of publishers",
        "SELECT coalesce(sum(documents), 0) FROM source",
        "SELECT count(*) FROM document WHERE publisher <> ''",
    ),
    ("events of publishers", "SELECT coalesce(sum(events), 0) FROM source", "SELECT count(*) FROM event_source"),
    (
        "publishers of events",
        "SELECT count(*) FROM event_source",
        "SELECT count(*) FROM (SELECT DISTINCT l.event_id, d.publisher FROM event_claim AS l "
        "JOIN claim AS c ON c.id = l.claim_id JOIN document AS d ON d.id = c.document_id "
        "WHERE d.publisher <> '') AS told",
    ),
)

_NONE = (
    (
        "documents without a name",
        "SELECT count(*) FROM document WHERE id NOT IN (SELECT document_id FROM document_location)",
    ),
    ("events without a claim", "SELECT count(*) FROM event WHERE id NOT IN (SELECT event_id FROM event_claim)"),
    ("claims without an event", "SELECT count(*) FROM claim WHERE id NOT IN (SELECT claim_id FROM event_claim)"),
    ("names without a claim", "SELECT count(*) FROM entity WHERE id NOT IN (SELECT entity_id FROM claim_entity)"),
)


def counts(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each number that is not right."""
    for what, one, other in _EQUAL:
        told_, counted = (connection.execute(sql).fetchone()[0] for sql in (one, other))
        if told_ != counted:
            yield f"{what}: {told_} are told, {counted} are there"


def orphans(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each kind of row that is left over."""
    for what, sql in _NONE:
        (count,) = connection.execute(sql).fetchone()
        if count:
            yield f"{count} {what}"
