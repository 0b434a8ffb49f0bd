"""docs/large.md keeps its word: each of its queries takes an index, sorts nothing, and runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.store.world import link, outcome
from timeline.store import Store, connect

DOCS = Path(__file__).parents[2] / "docs" / "large.md"
BLOCKS = re.findall(r"^```sql\n(.*?)^```", DOCS.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
QUERIES = [
    " ".join(query.split()) for block in BLOCKS for query in re.split(r"^(?=select )", block, flags=re.MULTILINE)
]
HARMLESS = {"SCAN event_year", "SCAN evidence", "SCAN claim"}
"""The summary; the rows of the view as they come; and its second arm, claims of no event, which is passed over at once
where a key is asked for, because NULL is none: a test below counts what is done."""


@pytest.mark.parametrize("query", list(filter(None, QUERIES)))
def test_an_index_answers(world: Store, query: str) -> None:
    connection = connect.reading(world.path)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    connection.close()
    scans = [
        step
        for step in plan
        if step.startswith("SCAN") and not re.search(r"VIRTUAL TABLE INDEX|USING INDEX|CONSTANT ROW", step)
    ]
    assert set(scans) <= (HARMLESS if "evidence" in query or "event_year" in query else set()), plan
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    with world.sql(query) as answer:
        list(answer.rows)


@pytest.mark.parametrize(
    "query",
    [
        "select * from timeline where title like '%bridge%'",
        "select * from timeline where status = 'denied'",
        "select * from timeline where actors like '%Chad%'",
    ],
)
def test_what_is_said_to_read_everything_does(world: Store, query: str) -> None:
    """So that the test above can fail."""
    connection = connect.reading(world.path)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    connection.close()
    assert plan == ["SCAN event"]


def steps(path: Path, count: int) -> int:
    """Of SQLite's machine, for the evidence of one of so many events."""
    done: list[None] = []
    with Store.open(path, create=True) as made:
        made.add([outcome("a.txt", *(f"{1000 + n} | Thing {n} |" for n in range(count)))])
        made.relink(link)
        connection = connect.reading(path)
        connection.set_progress_handler(lambda: done.append(None), 1)
        sql = "select quote, document from evidence where event_key = ?"
        assert len(connection.execute(sql, (next(made.rows())["key"],)).fetchall()) == 1
        connection.close()
    return len(done)


def test_evidence_of_a_key_does_not_grow_with_the_claims(tmp_path: Path) -> None:
    assert steps(tmp_path / "large.db", 300) < 2 * steps(tmp_path / "small.db", 20)


def test_there_are_queries() -> None:
    assert len(QUERIES) >= 15
