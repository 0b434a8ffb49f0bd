"""What a worker sends is what arrives."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from timeline.errors import LanguageError
from timeline.model.document import Document
from timeline.pipeline import Options
from timeline.pipeline.parcel import packed
from timeline.pipeline.process import process
from timeline.temporal.interval import Interval

TEXT = "The bridge opened on 4 March 1890. Two years later the council, led by Ada Lindt, sold it for 900 crowns."


@dataclass
class Loose:
    """Without slots."""

    value: int


@pytest.mark.parametrize(
    "value",
    [
        process(Document("k", "a.txt", TEXT, "text", "0", "0"), Options()),
        (Interval.year(1890), Interval.year(1890)),
        [Loose(1), None, "x", LanguageError("en.toml breaks a rule.", file="en.toml").facts],
    ],
    ids=["result", "interval", "others"],
)
def test_what_is_sent_arrives(value: object) -> None:
    assert pickle.loads(packed(value)) == value


def test_one_value_stays_one() -> None:
    year = Interval.year(1890)
    first, second = pickle.loads(packed((year, year)))
    assert first is second
