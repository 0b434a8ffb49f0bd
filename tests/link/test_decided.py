"""A person's decisions are kept to the letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.link.decided import decide
from timeline.model.decision import Decision

TOLD = [
    claim("a", "Norland signed the Vik treaty on 3 June 2004.", "2004-06-03", "sign", "Norland"),
    claim("b", "The Vik treaty was signed by Norland on 3 June 2004.", "2004-06-03", "sign", "Norland"),
    claim("c", "A ferry sank off Ostrava on 9 July 1988.", "1988-07-09", "sink", where="Ostrava"),
    claim("d", "Ida Holm won the prize.", None, "win", "Ida Holm"),
]
FACTS = facts("a", "b", "c", "d")
KEYS = [one.key for one in TOLD]


def together(*decisions: Decision) -> set[frozenset[str]]:
    """Documents of each event."""
    return {frozenset(c.document for c in event.claims) for event in link(TOLD, FACTS, decisions)}


def test_a_merge_puts_together_what_nothing_else_would() -> None:
    assert together() == {frozenset("ab"), frozenset("c"), frozenset("d")}
    assert together(Decision("merge", (KEYS[2],), (KEYS[3],))) == {frozenset("ab"), frozenset("cd")}


def test_a_split_parts_what_would_be_one() -> None:
    assert together(Decision("split", (KEYS[0],), (KEYS[1],))) == {frozenset(x) for x in "abcd"}


def test_where_both_name_a_pair_the_split_holds() -> None:
    both = [Decision("merge", (KEYS[0],), (KEYS[1],)), Decision("split", (KEYS[1],), (KEYS[0],))]
    assert together(*both) == together(*reversed(both)) == {frozenset(x) for x in "abcd"}


def test_keys_that_are_gone_are_passed_over() -> None:
    assert together(Decision("merge", ("gone",), (KEYS[0],)), Decision("split", (KEYS[0],), ("gone",))) == together()


PAIRS = st.lists(st.tuples(st.sampled_from(["merge", "split"]), st.integers(0, 5), st.integers(0, 5)), max_size=8)


@settings(max_examples=60, deadline=None)
@given(PAIRS, st.randoms())
def test_no_split_pair_is_merged_and_order_is_nothing(pairs: list[tuple[str, int, int]], chance: object) -> None:
    numbers = {str(n): n for n in range(6)}
    made = [Decision(verb, (str(i),), (str(j),)) for verb, i, j in pairs]
    decided = decide(numbers, made)
    assert decided == decide(numbers, made[::-1])
    group = {n: {n} for n in range(6)}
    for i, j in decided.together:
        joined = group[i] | group[j]
        group.update(dict.fromkeys(joined, joined))
    assert not any(j in group[i] for i, j in decided.apart)
