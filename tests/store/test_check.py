"""Every kind of damage is found, and a whole database is said to be whole."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.store.world import WORLD, link
from timeline.errors import StoreError
from timeline.model.problem import Problem
from timeline.store import Store, cited
from timeline.store.check import check, content
from timeline.store.schema import metadata


@pytest.fixture
def file(world_file: Path, tmp_path: Path) -> Iterator[Path]:
    copy = tmp_path / "x.db"
    shutil.copy(world_file, copy)
    yield copy
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def hurt(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_whole_database(file: Path) -> None:
    before = file.read_bytes()
    assert check(file) == []
    assert file.read_bytes() == before


DAMAGES = (
    ("text", "update document set text = replace(text, 'ceasefire', 'ceasefyre')"),
    ("text", "update document set length = length + 1 where uri = 'a.txt'"),
    ("quote", "update claim set quote = 'Something else.' where id = 1"),
    ("quote", "update claim set time_start = time_start + 1 where id = 1"),
    ("quote", "update time_expression set text = 'x' where start = (select min(start) from time_expression)"),
    ("quote", "update claim_entity set text = 'Zzz' where claim_id = 1"),
    ("references", "update claim set document_id = 99 where id = 1"),
    ("references", "delete from entity where id = 1"),
    ("search", "update event set title = 'Another title' where id = 1"),
    ("search", "insert into event_text(event_text) values ('delete-all')"),
    ("counts", "update event set mentions = mentions + 1 where id = 1"),
    ("counts", "update event set documents = 7 where id = 1"),
    ("counts", "delete from event_year where year = 1988"),
    ("counts", "update property set value = 3 where name = 'dated'"),
    ("counts", "update event set actors = '[]' where id = 4"),
    ("counts", "update source set documents = 2 where id = 1"),
    ("counts", "update source set events = 0 where id = 2"),
    ("counts", "delete from event_source where event_id = 3"),
    ("marks", "update event set marks = replace(marks, 'sreported', 'sdenied') where id = 3"),
    ("marks", "update event set marks = marks || ' t1' where id = 3"),
    ("marks", "update event set labels = '[' where id = 3"),
    ("marks", "update event set labels = '(]' where id = 3"),
    ("dates", "update claim set edtf = '1989' where edtf = '1988'"),
    ("dates", "update claim set edtf = '19?8' where edtf = '1988'"),
    (
        "dates",
        "update time_expression set last_day = last_day + 1 where start = (select min(start) from time_expression)",
    ),
    ("dates", "update document set published_first_day = 1 where id = 1"),
    ("dates", "update event set date = '1988-01-02' where id = 5"),
    ("dates", "update event set month = 11 where year = 1988"),
    ("marks", "update event set disputed = not disputed where id = 3"),
    ("marks", "update event set marks = replace(marks, 'u1', 'u2') where id = 1"),
    ("marks", "update event set marks = marks || ' a77' where id = 1"),
    ("marks", "update event set marks = replace(marks, 'v3', '')"),
    ("orphans", "insert into entity values (99, 'Nobody', 'person', 0)"),
    ("orphans", "delete from document_location where uri = 'a.txt'"),
    ("orphans", "delete from event_claim where event_id = 3"),
    ("schema", "drop view disputed"),
    ("schema", "drop index ix_event_year"),
    ("stale", "update property set value = '1' where name = 'stale'"),
)


@pytest.mark.parametrize(("code", "statement"), DAMAGES, ids=lambda value: value[:60])
def test_damage_is_found(file: Path, code: str, statement: str) -> None:
    hurt(file, statement)
    found = check(file)
    assert code in {finding.code for finding in found}
    assert all(str(finding) == finding.message for finding in found)


IN_AN_INDEX = {
    *("decision.id", "event_decision.event_id", "event_decision.decision_id", "event_claim.position"),
    "document_location.uri",
}
"""What SQLite compares, with the rest of the row's key, with an index, and a server cares for itself."""


def _other(value: Any, kind: type) -> object:
    """A value that is not that one, and hardly another."""
    if value is None:
        return kind(1)
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, float):
        return value + 0.001
    return value + 1 if isinstance(value, int) else value[:-1] + chr(ord(value[-1]) ^ 1) if value else "x"


@pytest.fixture(scope="module")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A database with something in every table."""
    path = tmp_path_factory.mktemp("eventful") / "x.db"
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
        made.report([Problem("d.txt", "read", "failed", "empty", "It is empty.")])
        made.saved.save("mills", {"match": "mill"})
        key = next(row["key"] for row in made.rows())
        made.ledger.decide("edit", key, who="Ann", why=None, made="2026-01-01T00:00:00Z", title="A", note="A note")
        made.ledger.decide("label", key, who="Ann", why=None, made="2026-01-02T00:00:00Z", add=["mill"], remove=[])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    yield connection
    connection.close()


def test_a_value_that_is_changed_is_found_in_every_column(eventful: sqlite3.Connection) -> None:
    """Without SQLite's own look at the pages, which finds what an index or the full text has too."""
    assert content(eventful) == []
    unseen = []
    for table in metadata.sorted_tables:
        for column, made in table.columns.items():
            eventful.execute("BEGIN")
            named = ", ".join(f'"{key.name}"' for key in table.primary_key.columns)
            where = f"({named}) = (SELECT {named} FROM {table.name} ORDER BY {named} LIMIT 1)"
            (value,) = eventful.execute(f'SELECT "{column}" FROM {table.name} WHERE {where}').fetchone()
            eventful.execute(
                f'UPDATE OR REPLACE {table.name} SET "{column}" = ? WHERE {where}',
                (_other(value, made.type.python_type),),
            )
            with suppress(sqlite3.DatabaseError):  # `check` tells it as a finding
                if not content(eventful):
                    unseen.append(f"{table.name}.{column}")
            eventful.execute("ROLLBACK")
    assert set(unseen) <= IN_AN_INDEX


@pytest.mark.parametrize("flip", [1, 128])
def test_one_flipped_byte_in_a_text_is_found_and_named(file: Path, flip: int) -> None:
    data = bytearray(file.read_bytes())
    text = WORLD[0].document.text.encode()
    data[bytes(data).index(text) + len(text) - 3] ^= flip
    file.write_bytes(bytes(data))
    (finding,) = check(file)
    assert finding.code == "text"
    assert f"the text of {WORLD[0].document.uri} is not what was read" in finding.message
    assert check(file, deep=False) == []


def test_every_flipped_byte_of_every_text_is_found(file: Path) -> None:
    whole = file.read_bytes()
    for result in WORLD:
        text = result.document.text.encode()
        start = whole.index(text)
        for at in range(start, start + len(text), 7):
            data = bytearray(whole)
            data[at] ^= 4
            file.write_bytes(bytes(data))
            connection = sqlite3.connect(file)
            connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
            ((code, sentence),) = cited.texts(connection)
            connection.close()
            assert code == "text"
            assert result.document.uri in sentence


def test_torn_pages_are_found(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for page in range(8, 40):
        data[page * 4096 + 100 : page * 4096 + 160] = b"\xa5" * 60
    file.write_bytes(bytes(data))
    found = check(file)
    assert {finding.code for finding in found} & {"pages", "damaged"}
    assert {finding.code for finding in check(file, deep=False)} & {"pages", "damaged"}


def test_a_lost_page_is_told_with_its_table(file: Path) -> None:
    connection = sqlite3.connect(file)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'claim_entity'").fetchone()
    connection.close()
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    file.write_bytes(bytes(data))
    assert f"page {root} of table claim_entity" in "\n".join(map(str, check(file)))


def test_what_is_no_database_of_ours_is_not_checked(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    hurt(other, "create table t (a)")
    with pytest.raises(StoreError, match="another program"):
        check(other)


def test_a_database_that_is_being_written_is_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db", create=True) as made:
        made.add(WORLD)
        assert [finding.code for finding in made.check()] == ["stale"]
        made.relink(link)
        assert made.check() == []


class Foreign(str):
    """A text as a reader's library makes it."""

    __slots__ = ()


def test_what_is_kept_is_vouched_for_whatever_made_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db", create=True) as made:
        document = replace(WORLD[0].document, title=Foreign("A title"), author=Foreign("An author"))
        made.add([replace(WORLD[0], document=document)])
        made.relink(link)
        assert made.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        "update event set marks = x'00'",
        "update event set edtf = x'00', first_day = 'x', last_day = 'y'",
        "update claim set edtf = x'00', numbers = x'7b', title = 7.5 where id = 1",
        "update document set uri = x'00', length = 'x' where id = 1",
        "update property set value = x'00'",
        "insert into saved values (x'00', x'ff')",
        "update time_expression set edtf = x'00', text = x'00'",
    ],
)
def test_values_of_any_kind_in_any_column_are_told_of(file: Path, damage: str) -> None:
    """As where a page was written over with rows of another table."""
    hurt(file, damage)
    assert check(file) != []
