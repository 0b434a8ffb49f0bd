"""The JSON Schema says what `-f json` writes: every key, in order, with its type and what it means."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.render.rows import DISPUTED, PLANNED, UNDATED, event
from timeline.render import json_schema
from timeline.store.answer import EVIDENCE, TIMELINE
from timeline.temporal.precision import Precision

SCHEMA = json.loads(json_schema())
EVENT, CLAIM = (SCHEMA["$defs"][name] for name in ("event", "claim"))
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "number": (int, float),
    "array": list,
    "null": type(None),
}


def test_the_keys_are_those_of_the_views() -> None:
    assert tuple(EVENT["properties"]) == (*TIMELINE, "evidence")
    assert tuple(CLAIM["properties"]) == EVIDENCE
    assert EVENT["required"] == [*TIMELINE, "evidence"]
    assert CLAIM["required"] == list(EVIDENCE)


@pytest.mark.parametrize("kind", ["event", "claim"])
def test_every_key_is_described(kind: str) -> None:
    for name, told in SCHEMA["$defs"][kind]["properties"].items():
        assert told["description"].endswith("."), name


def test_the_units_are_those_of_precision() -> None:
    assert EVENT["properties"]["precision"]["enum"] == [*(unit.value for unit in Precision), None]


def fits(value: Any, told: dict[str, Any]) -> bool:
    named = told["type"] if isinstance(told["type"], list) else [told["type"]]
    right = any(isinstance(value, TYPES[name]) and (name == "boolean") == isinstance(value, bool) for name in named)
    return right and value in told.get("enum", [value])


@pytest.mark.parametrize("row", [event(), DISPUTED, PLANNED, UNDATED])
def test_rows_fit(row: dict[str, Any]) -> None:
    for name, told in EVENT["properties"].items():
        assert name not in row or fits(row[name], told), name
    for claim in row["evidence"]:
        for name, told in CLAIM["properties"].items():
            assert fits(claim[name], told), name
