"""Pairs of events that all but became one."""

from __future__ import annotations

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.link.near import near
from timeline.model.decision import Decision

ONE = claim("a", "Spain and Portugal signed a treaty on fishing in Lisbon.", "1920-05-03", "sign", "Spain; Portugal")
OTHER = claim("b", "The fishing treaty of Spain and Portugal was signed.", "1920-05-03", "sign", "Spain; Portugal")
FAR = claim("c", "A storm sank the ferry.", "1950", "sink")
WORLD = facts("a", "b", "c")
APART = Decision("split", (ONE.key,), (OTHER.key,))


def test_two_that_were_not_merged_are_found() -> None:
    events = [event for group in ([ONE], [OTHER], [FAR]) for event in link(group, WORLD)]
    [pair] = near(events, WORLD)
    assert {pair.one, pair.other} == {events[0].key, events[1].key}
    assert pair.likeness > 0


def test_what_a_person_told_apart_is_not_asked_again() -> None:
    events = link([ONE, OTHER, FAR], WORLD, [APART])
    assert len(events) == 3
    assert near(events, WORLD, [APART]) == ()


def test_one_event_is_near_to_none() -> None:
    assert near(link([ONE, OTHER, FAR], WORLD), WORLD) == ()
    assert near((), {}) == ()
