"""export, stats, digest, remove."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from timeline.render import names


@pytest.mark.parametrize("name", names())
def test_every_format_can_be_exported(run: Run, name: str) -> None:
    ran = run("export", "-f", name, "-o", "out")
    if "needs" in ran.err or "install" in ran.err:
        pytest.skip(ran.err)
    assert ran.code == 0
    written = Path("out").read_bytes()
    assert b"bridge" in written or written[:2] == b"PK" or written[:4] == b"PAR1"
    assert b"\x1b[2J" not in written


def test_a_format_is_known_however_its_words_are_joined(run: Run) -> None:
    assert run("export", "-f", "timesketch-csv").out == run("export", "-f", "timesketch_csv").out != ""


def test_export_to_a_file_says_how_many(run: Run) -> None:
    ran = run("export", "-o", "c.md", "--title", "Leith", "--since", "1900")
    assert (ran.code, ran.out, ran.err) == (0, "", "3 events   c.md\n")
    assert Path("c.md").read_text().startswith("# Leith\n")
    assert run("export", "-o", "c.md").code == 1


def test_stats(run: Run) -> None:
    ran = run("stats")
    assert "Spain 1" in ran.out
    assert ran.err.startswith("3 documents · 5 claims · 5 events")
    told = list(csv.DictReader(io.StringIO(run("stats", "-f", "csv", "--actor", "Spain").out)))
    assert {"facet": "place", "value": "Spain", "events": "1"} not in told
    assert {"facet": "actor", "value": "Spain", "events": "1"} in told


def test_digest(run: Run) -> None:
    out = run("digest", "-n", "2").out
    assert out.count("“") == 2
    assert len(json.loads(run("digest", "-n", "2", "-f", "json").out)) == 2


def test_remove(run: Run, articles: Path) -> None:
    run("--db", "t.db", "add", articles)
    uri = articles / "bridge.txt"
    ran = run("--db", "t.db", "remove", uri)
    assert (ran.code, ran.err) == (0, "1 removed · 2 documents · 3 events left\n")
    assert run("--db", "t.db", "remove", uri).code == 1
    assert run("--db", "t.db", "remove", uri, articles / "ferry.txt").code == 3
    assert run("--db", "t.db", "show").out.count("\n") == 1
