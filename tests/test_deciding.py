"""A person's word over the seeds, by the real rules and the real linker: nothing that comes and goes loses it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import timeline
from timeline import Timeline
from timeline.pipeline import options

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def decided(tl: Timeline) -> None:
    """One of each kind, on events that are there."""
    keys = iter([event.key for event in sorted(tl.events(), key=lambda event: (len(event.claims), event.key))])
    tl.decide("merge", next(keys), next(keys), made="2024-01-01T00:00:00Z")
    tl.decide("hide", next(keys), made="2024-01-01T00:00:01Z")
    tl.decide("edit", next(keys), title="As I know it", date="1999-05", made="2024-01-01T00:00:02Z")
    tl.decide("label", next(keys), add=["check"], made="2024-01-01T00:00:03Z")
    several = max(tl.events(), key=lambda event: (len(event.claims), event.key))
    tl.decide("split", several.key, claims=["1"], made="2024-01-01T00:00:04Z")
    tl.decide("star", next(tl.events()).key, made="2024-01-01T00:00:05Z")
    tl.decide("add", title="The archive was sealed", date="1951", made="2024-01-01T00:00:06Z")


def test_coming_and_going_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with timeline.open(tmp_path / "x.db") as tl:
        tl.add(*SEEDS, jobs=0)
        decided(tl)
        assert tl.store.check() == []
        digest = tl.store.digest()
        for gone in itertools.combinations(SEEDS, 2):
            for path in gone:
                tl.store.remove(str(path))
            tl.link()
            tl.add(*reversed(gone), jobs=0)
        assert tl.store.digest() == digest
        rows = list(tl.rows(undated=None))
        monkeypatch.setattr(options, "RULES_VERSION", options.RULES_VERSION + 1)
        assert tl.add(*SEEDS, jobs=0).changed == len(SEEDS)
        assert list(tl.rows(undated=None)) == rows
        assert [event.title for event in tl.events(hidden=True)] != []
        assert tl.store.check() == []
