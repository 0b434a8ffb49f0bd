from __future__ import annotations

import pytest

from timeline.pipeline.turns import MOST, SMALL, Steps, finished, groups, in_turns


def counting(name: str, steps: int, told: list[str]) -> Steps[str]:
    for number in range(steps):
        told.append(f"{name}{number}")
        yield
    return name


def test_a_stage_is_taken_by_all_before_the_next_by_any() -> None:
    told: list[str] = []
    ended = list(in_turns(counting(name, steps, told) for name, steps in (("a", 3), ("b", 1), ("c", 2))))
    assert told == ["a0", "b0", "c0", "a1", "c1", "a2"]
    assert ended == ["b", "c", "a"]


def test_work_alone_comes_to_its_end() -> None:
    assert finished(counting("a", 3, [])) == "a"


def test_a_fault_of_one_is_told_at_its_step() -> None:
    def faulty() -> Steps[str]:
        yield
        raise KeyError("fault")

    told: list[str] = []
    with pytest.raises(KeyError, match="fault"):
        list(in_turns([faulty(), counting("a", 3, told)]))
    assert told == ["a0"]


@pytest.mark.parametrize(
    ("sizes", "together"),
    [
        ([], []),
        ([1] * (MOST + 1), [MOST, 1]),
        ([SMALL, 1, 1], [1, 2]),
        ([1, SMALL + 1, 1], [1, 1, 1]),
        ([SMALL // 2, SMALL // 2, 1], [2, 1]),
    ],
)
def test_only_what_is_small_goes_side_by_side(sizes: list[int], together: list[int]) -> None:
    found = list(groups(enumerate(sizes)))
    assert [len(group) for group in found] == together
    assert [one for group in found for one in group] == list(range(len(sizes)))
