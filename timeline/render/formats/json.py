"""A list with one object an event: the keys of the `timeline` view, and `evidence`, a list with those of that view."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.render.foreign import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One event a line, so that two runs can be compared line by line."""
    return _list(events)


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """One object a row; of columns with one name the last counts, as in a Python dict."""
    return _list(dict(zip(columns, row, strict=True)) for row in rows)


def _list(values: Iterable[Any]) -> Iterator[str]:
    opening = "[\n"
    for value in values:
        yield opening + line(value)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def line(value: object) -> str:
    """One value as JSON on one line; bytes become hexadecimal, infinities and NaN null, as JSON has none of them."""
    try:
        encoded = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_encoded)
    except ValueError:
        encoded = json.dumps(_finite(value), ensure_ascii=False, default=_encoded)
    return json_text(encoded)


def _encoded(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _finite(value: object) -> object:
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and (value != value or abs(value) == float("inf")) else value  # noqa: PLR0124
