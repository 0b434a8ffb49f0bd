"""What is too much for one transaction goes in several; of a long document not all rows are made at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.world import WORLD
from timeline.store import Store, portions
from timeline.store.sheet import sheet


def test_long_documents_make_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "HEAVY", 10)
    sheets = [sheet(WORLD[0])._replace(size=length) for length in (3, 3, 12, 1, 1, 1, 1, 9)]
    found = [[one.size for one in batch] for batch in portions.batches(sheets, 3)]
    assert found == [[3, 3, 12], [1, 1, 1], [1, 9]]


def test_values_come_in_portions() -> None:
    assert list(portions.portions(range(5), 2)) == [(0, 1), (2, 3), (4,)]


def test_the_size_of_a_portion_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = set()
    for size in (1, 2, 10_000):
        monkeypatch.setattr("timeline.store.write.PORTION", size)
        monkeypatch.setattr("timeline.store.sheet.PORTION", size)
        monkeypatch.setattr(portions.portions, "__defaults__", (size,))
        with Store.open(tmp_path / f"{size}.db", create=True) as made:
            made.add(WORLD)
            digests.add(made.digest())
    assert len(digests) == 1
