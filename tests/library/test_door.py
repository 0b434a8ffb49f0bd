"""`import timeline`: what it offers, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

import timeline


def test_all_is_sorted_and_the_truth() -> None:
    assert timeline.__all__ == sorted(timeline.__all__)
    assert len(set(timeline.__all__)) == len(timeline.__all__)
    for name in timeline.__all__:
        value = getattr(timeline, name)
        assert value.__module__.startswith("timeline."), name
        assert value.__doc__, name
    assert set(timeline.__all__) <= set(dir(timeline))


def test_every_room_of_the_door_is_in_all() -> None:
    behind = [name for names in timeline._ROOMS.values() for name in names]
    assert sorted(behind) == timeline.__all__


def test_the_typed_names_are_the_same() -> None:
    program = (
        "import ast, timeline; tree = ast.parse(open(timeline.__file__).read());"
        "print(sorted(alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and "
        "(node.module or '').startswith('timeline.') for alias in node.names) == timeline.__all__)"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "True\n"
    )


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        _ = timeline.nope  # type: ignore[attr-defined]


def test_the_door_itself_is_light() -> None:
    program = "import timeline, sys; print([name for name in sys.modules if name.startswith('timeline.')])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
