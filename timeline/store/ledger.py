"""What a person decided: asked for, and added to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.store import answer, rulings
from timeline.store.rulings import BY_HAND

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from timeline.model.decision import Decision
    from timeline.store.writer import Writer


class Ledger:
    """The decisions of one database. Nothing is taken out of it: what is undone is marked so by a later row."""

    def __init__(
        self, snapshot: Callable[[], AbstractContextManager[sqlite3.Connection]], writer: Callable[[], Writer]
    ) -> None:
        self._snapshot, self._writer = snapshot, writer

    def decide(self, kind: str, *keys: str, who: str | None, why: str | None, made: str | None, **told: Any) -> int:
        """Keep a decision of a kind of `store/verbs.py` about events, by the first signs of their keys; its number.

        `claims` of a split name those that leave. `made`: ISO 8601 in UTC. Labels, stars, titles and notes are seen at
        once, the rest when the events are linked anew. InputError, and nothing kept, where an event is not there or the
        decision is none.
        """
        whole, claims = self._about(kind, keys, told.pop("claims", ()))
        words = {"who": who, "why": why, "made": made}
        return self._keep(kind, {**told, **claims}, words, whole[0] if len(whole) == 1 else None)

    def keep(self, kind: str, payload: Mapping[str, object], **told: str | None) -> int:
        """Keep a decision whose payload is made; its number."""
        return self._keep(kind, payload, told, None)

    def _keep(self, kind: str, payload: Mapping[str, object], told: Mapping[str, str | None], event: str | None) -> int:
        from timeline.store.inscribe import decide

        return self._writer().run(decide, kind, payload, told, event)

    def undo(self, number: int | None = None, **told: str | None) -> int:
        """The decision of that number, or the last that holds, holds no longer; its number.

        The undoing has a number too, and can be undone by it. InputError where there is none.
        """
        from timeline.store.inscribe import undo

        if number is None:
            with self._snapshot() as connection:
                left = rulings.holding(rulings.rulings(connection))
            if not left:
                raise InputError("there is no decision to undo")
            number = left[-1].number
        self._writer().run(undo, number, told)
        return number

    def take(self, decisions: Sequence[Mapping[str, Any]]) -> int:
        """Take in the decisions of another ledger, in the shape of `all`; how many were new."""
        from timeline.store.inscribe import take

        return self._writer().run(take, decisions)

    def all(self) -> list[dict[str, Any]]:
        """`number key kind payload who why made undone events`, in the order in which they were made."""
        with self._snapshot() as connection:
            return rulings.decisions(connection)

    def added(self) -> dict[str, tuple[str | None, dict[str, Any]]]:
        """Who added what by hand: the decisions to add an event that hold, by the uri of their documents."""
        with self._snapshot() as connection:
            held = rulings.holding(rulings.rulings(connection))
        return {f"{BY_HAND}{one.key}": (one.who, one.payload) for one in held if one.kind == "add"}

    def chronicles(self, begin: str = BY_HAND) -> set[str]:
        """The uris, beginning so, of documents that were made of entries: of such decisions, or of a chronology."""
        sql = "SELECT uri FROM document WHERE uri >= ? AND uri < ? AND format = 'chronology'"
        with self._snapshot() as connection:
            return {uri for (uri,) in connection.execute(sql, (begin, begin + "\U0010ffff"))}

    def held(self) -> tuple[Decision, ...]:
        """Which claims are to be one event, and which never, as the linker takes it."""
        from timeline.store import decide, material

        with self._snapshot() as connection:
            facts = material.facts(connection)
            claims = tuple(material.claims(connection))
            return decide.constraints(decide.meant(rulings.rulings(connection), claims, facts))

    def row(self, prefix: str) -> dict[str, Any]:
        """An event as `Store.row` has it, with `hidden`, and `decisions` that bear upon it."""
        with self._snapshot() as connection:
            key = answer.key(connection, prefix)
            (hidden,) = connection.execute("SELECT hidden FROM event WHERE key = ?", (key,)).fetchone()
            found = answer.row(connection, key)
            return {**found, "hidden": bool(hidden), "decisions": rulings.of_event(connection, key)}

    def _about(self, kind: str, prefixes: Sequence[str], leaving: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
        """The keys of the events that are meant, and their claims as a payload names them."""
        if kind == "add":
            return [], {}
        from timeline.store import values, verbs

        with self._snapshot() as connection:
            keys = list(dict.fromkeys(answer.key(connection, prefix) for prefix in prefixes))
            events = [values.event(connection, key) for key in keys]
            documents = {claim.document for event in events for claim in event.claims}
            uris = {key: _uri(connection, key) for key in documents}
        if kind == "merge" and len(events) < 2:
            raise InputError("name two events or more to merge", keys=keys)
        if kind == "split" and len(events) == 1:
            return keys, verbs.parted(events[0], uris, leaving)
        return keys, verbs.about(events, uris)


def _uri(connection: sqlite3.Connection, document: str) -> str:
    return str(connection.execute("SELECT uri FROM document WHERE key = ?", (document,)).fetchone()[0])
