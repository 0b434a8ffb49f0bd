"""Allen's relations: named, inverse, and exactly one of any two stretches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.interval import FAR, Interval
from timeline.temporal.relation import Relation, relate

CASES = [
    ("1990", "1992", Relation.BEFORE),
    ("1990", "1991", Relation.MEETS),
    ("1990/1992", "1991/1994", Relation.OVERLAPS),
    ("1990-01", "1990", Relation.STARTS),
    ("1990-06", "1990", Relation.DURING),
    ("1990-12", "1990", Relation.FINISHES),
    ("1990", "1990-01-01/1990-12-31", Relation.EQUALS),
    ("1990", "1990-12", Relation.FINISHED_BY),
    ("1990", "1990-06", Relation.CONTAINS),
    ("1990", "1990-01", Relation.STARTED_BY),
    ("1991/1994", "1990/1992", Relation.OVERLAPPED_BY),
    ("1991", "1990", Relation.MET_BY),
    ("1992", "1990", Relation.AFTER),
    ("1991/..", "1991", Relation.STARTED_BY),
    ("1991/..", "1985/..", Relation.FINISHES),
    ("../1991", "../1995", Relation.STARTS),
    ("../1991", "1992/..", Relation.MEETS),
    ("../1991", "1991/..", Relation.OVERLAPS),
    ("1991/..", "1991/", Relation.EQUALS),
    ("-0043", "0014", Relation.BEFORE),
]
STRETCHES = st.tuples(
    st.one_of(st.integers(0, 6), st.just(-FAR)), st.one_of(st.integers(0, 6), st.just(FAR))
).filter(lambda ends: ends[0] <= ends[1])  # fmt: skip


@pytest.mark.parametrize(("one", "other", "relation"), CASES)
def test_relation(one: str, other: str, relation: Relation) -> None:
    assert Interval.parse(one).relation(Interval.parse(other)) is relation
    assert Interval.parse(other).relation(Interval.parse(one)) is relation.inverse


def test_there_are_thirteen() -> None:
    assert len(Relation) == 13
    assert {relation for _, _, relation in CASES} == set(Relation)
    assert [relation for relation in Relation if relation.inverse is relation] == [Relation.EQUALS]


@given(STRETCHES, STRETCHES)
def test_exactly_one_holds(one: tuple[int, int], other: tuple[int, int]) -> None:
    (a, b), (c, d) = one, other
    holds = {
        Relation.BEFORE: b + 1 < c,
        Relation.MEETS: b + 1 == c,
        Relation.OVERLAPS: a < c <= b < d,
        Relation.STARTS: a == c and b < d,
        Relation.DURING: c < a and b < d,
        Relation.FINISHES: c < a and b == d,
        Relation.EQUALS: one == other,
        Relation.FINISHED_BY: a < c and b == d,
        Relation.CONTAINS: a < c and d < b,
        Relation.STARTED_BY: a == c and d < b,
        Relation.OVERLAPPED_BY: c < a <= d < b,
        Relation.MET_BY: d + 1 == a,
        Relation.AFTER: d + 1 < a,
    }
    assert [relation for relation, held in holds.items() if held] == [relate(*one, *other)]
    assert relate(*one, *other).inverse is relate(*other, *one)


@given(STRETCHES)
def test_equals_itself(one: tuple[int, int]) -> None:
    assert relate(*one, *one) is Relation.EQUALS
