"""The events of one state of the database, era by era: no more claims are in memory than are linked at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.link.eras import LARGE, cuts, moment
from timeline.store import material
from timeline.store.decide import constraints, meant, overlaid
from timeline.store.drawer import Drawer
from timeline.store.rulings import rulings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from timeline.model.claim import Claim
    from timeline.model.decision import Decision
    from timeline.model.event import Event
    from timeline.model.facts import DocumentFacts

    Link = Callable[..., Iterable[Event]]
    Numbered = list[tuple[int, Claim]]


def gathered(reader: sqlite3.Connection, link: Link, most: int = LARGE) -> tuple[Drawer, list[tuple[str, int]]]:
    """The events, and which of them (by key) each decision (by number) bears upon. `most` claims are held at a time.

    What a person decided about is laid over the events at the end: it may bear upon several eras.
    """
    facts = material.facts(reader)
    decided = meant(rulings(reader), material.Told(reader), facts)
    held = constraints(decided)
    named = {key for one in decided for key in one.claims}
    drawer = Drawer()
    touched: list[tuple[Event, list[int]]] = []
    for era in _eras(reader, held, most):
        numbers = {claim.key: id_ for id_, claim in era}
        told = [claim for _, claim in era]
        era.clear()
        for event in link(told, facts, held) if held else link(told, facts):
            ids = [numbers[claim.key] for claim in event.claims]
            if named and any(claim.key in named for claim in event.claims):
                touched.append((event, ids))
            else:
                drawer.put(event, ids, publishers(event, facts))
        told.clear()
    changed, bearing = overlaid([event for event, _ in touched], decided)
    for event, (_, ids) in zip(changed, touched, strict=True):
        drawer.put(event, ids, publishers(event, facts))
    return drawer, bearing


def publishers(event: Event, facts: Mapping[str, DocumentFacts]) -> tuple[str, ...]:
    """Who publishes the documents that tell of it, each once, in order."""
    return tuple(sorted({name for claim in event.claims if (name := facts[claim.document].publisher)}))


def _eras(reader: sqlite3.Connection, held: Sequence[Decision], most: int) -> Iterator[Numbered]:
    """The claims with their ids; what a person put together is in one era, the first of them."""
    if material.count(reader) <= most:
        yield list(material.numbered(reader))
        return
    ids, homes, moments = array("q"), array("q"), array("q")
    for id_, home, *days in material.days(reader):
        ids.append(id_)
        homes.append(home)
        moments.append(moment(*days))
    bounds = cuts(sorted(moments), most)
    eras: list[array[int]] = [array("q") for _ in range(len(bounds) + 1)]
    moved = _moved(reader, held, dict(zip(ids, moments, strict=True))) if held else {}
    for n, (id_, when) in enumerate(zip(ids, moments, strict=True)):
        eras[bisect_right(bounds, moved.get(id_, when))].append(n)
    for era in eras:
        together = [ids[n] for n in era if ids[n] in moved]
        alone = [n for n in era if ids[n] not in moved]
        for part in _parts(reader, alone, homes, most) if len(alone) > most else (alone,):
            yield list(material.some(reader, [*together, *(ids[n] for n in part)]))
            together = []


def _parts(reader: sqlite3.Connection, era: Sequence[int], homes: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """What is of one moment, such as all that nothing dates: by whole documents, copies beside each other."""
    place = material.places(reader)
    told = sorted([(place[homes[n]], n) for n in era])
    start = 0
    while start < len(told):
        end = min(start + most, len(told))
        if end < len(told):
            begun = bisect_left(told, (told[end][0], -1), start, end)
            end = begun if begun > start else bisect_left(told, (told[start][0] + 1, -1), start)
        yield [n for _, n in told[start:end]]
        start = end


def _moved(reader: sqlite3.Connection, held: Sequence[Decision], moments: dict[int, int]) -> dict[int, int]:
    """Where claims that a person put together stand: all where the first of them stands."""
    moved: dict[int, int] = {}
    for decision in held:
        if decision.verb == "merge":
            ids = [id_ for key in (*decision.left, *decision.right) for id_ in material.ids(reader, key)]
            moved.update(dict.fromkeys(ids, min((moments[id_] for id_ in ids), default=0)))
    return moved
