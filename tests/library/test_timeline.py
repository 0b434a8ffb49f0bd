"""The class Timeline: adding, asking, refusing."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import timeline
from tests.store.asked import in_use
from timeline.model.step import Step

TEXT = "The old bridge collapsed on 4 March 1890. Spain signed a treaty with Portugal in the early 1920s."


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def database(tmp_path: Path, document: Path) -> Path:
    with timeline.open(tmp_path / "t.db") as tl:
        tl.add(document)
    return tmp_path / "t.db"


def test_add_reports_what_it_did(tmp_path: Path, document: Path) -> None:
    seen: list[Step] = []
    with timeline.open(tmp_path / "t.db") as tl:
        report = tl.add(document, tmp_path / "none.txt", progress=seen.append)
        assert (report.documents, report.claims, report.events, report.new, report.unchanged) == (1, 2, 2, 1, 0)
        assert [problem.code for problem in report.failed] == ["missing"]
        assert tl.add(document).unchanged == 1
    assert [step[:4] for step in seen] == [
        (1, 2, str(document), "done"),
        (2, 2, str(tmp_path / "none.txt"), "failed"),
    ]
    assert (seen[0].claims, seen[1].claims) == (2, 0)


def test_the_same_bytes_under_another_name_are_one_document(tmp_path: Path, document: Path) -> None:
    copy = tmp_path / "b.txt"
    copy.write_bytes(document.read_bytes())
    with timeline.open(tmp_path / "t.db") as tl:
        assert tl.add(document).documents == 1
        report = tl.add(copy)
        assert (report.documents, report.new, report.copies) == (1, 0, 1)
        assert tl.add(copy).unchanged == 1
        assert tl.add(copy, gazetteer=None, date=None).unchanged == 1


def test_the_database_among_the_documents_is_not_touched(tmp_path: Path, document: Path) -> None:
    """Opening its files and closing them again would take back the locks of this process."""
    with timeline.open(tmp_path / "t.db") as tl:
        tl.add(document)
        report = tl.add(tmp_path)
        assert in_use(tmp_path / "t.db")
        assert (report.inputs.unchanged, report.inputs.failed) == (1, 0)
        assert {problem.code for problem in report.notes} == {"binary"}
        assert [problem.code for problem in tl.add(tmp_path / "t.db").failed] == ["binary"]
        assert in_use(tmp_path / "t.db")
        assert tl.add(document).unchanged == 1
    assert {entry.name for entry in tmp_path.iterdir()} == {"a.txt", "t.db"}


def test_options(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The old bridge collapsed on 4 March.")
    with timeline.open(":memory:") as tl:
        tl.add(path, date=datetime.date(1890, 3, 10))
        [event] = tl.events()
        assert str(event.when) == "1890-03-04"
        with pytest.raises(TypeError):
            tl.add(path, dates="1890")


def test_events_are_values_with_claims(database: Path) -> None:
    with timeline.open(database) as tl:
        [event] = tl.events(since="1900", until=timeline.Interval.parse("1990"), actor="Spain")
        assert isinstance(event, timeline.Event)
        assert event.claims[0].quote == TEXT[42:]
        assert tl.event(event.key[:6]) == event
        assert [e.key for e in tl.events(on=datetime.date(1890, 3, 4))] == [tl.event(next(tl.rows())["key"]).key]


def test_rows_and_counts(database: Path) -> None:
    with timeline.open(database) as tl:
        assert [row["year"] for row in tl.rows(reverse=True)] == [1920, 1890]
        assert (tl.count(), tl.count(since="1900", limit=1)) == (2, 1)
        assert tl.sql("select count(*) as n from evidence where status = :s", {"s": "reported"}) == [{"n": 2}]


@pytest.mark.parametrize("wanted", [{"since": "nonsense"}, {"sicne": "1990"}, {"grep": "("}, {"match": "?"}])
def test_a_wrong_filter(database: Path, wanted: dict[str, str]) -> None:
    with timeline.open(database) as tl, pytest.raises(timeline.InputError):
        list(tl.events(**wanted))


def test_a_wrong_query(database: Path) -> None:
    with timeline.open(database) as tl:
        with pytest.raises(timeline.InputError):
            tl.sql("drop table event")
        with pytest.raises(timeline.InputError):
            tl.sql("select nothing")


def test_a_missing_database(tmp_path: Path) -> None:
    with pytest.raises(timeline.StoreError):
        timeline.open(tmp_path / "none.db", create=False)
    with timeline.open(tmp_path / "none.db") as tl:
        assert tl.add(tmp_path / "nothing.txt").documents == 0
    assert not (tmp_path / "none.db").exists()


def test_it_shows_what_it_is(database: Path) -> None:
    with timeline.open(database) as tl:
        assert repr(tl) == f"<Timeline {database}>"


def test_parameters_go_by_name(database: Path) -> None:
    with timeline.open(database) as tl, pytest.raises(timeline.InputError, match="by name"):
        tl.sql("select ?", (1,))  # type: ignore[arg-type]


def test_close_twice(database: Path) -> None:
    tl = timeline.open(database)
    tl.close()
    tl.close()
    assert [path.name for path in database.parent.iterdir() if path.name.startswith(f"{database.name}-")] == []


@pytest.mark.parametrize("heavy", [("sqlalchemy", "alembic", "dateparser", "rich", "click")])
def test_reading_loads_nothing_heavy(database: Path, heavy: tuple[str, ...]) -> None:
    program = (
        "import sys, timeline\n"
        f"with timeline.open({str(database)!r}) as tl:\n"
        "    assert list(tl.events(since='1900')) and list(tl.rows()) and tl.sql('select 1')\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_answer_may_be_left_half_read(database: Path) -> None:
    with timeline.open(database) as tl:
        rows = tl.rows()
        assert next(rows)["year"] == 1890
    rows.close()  # type: ignore[attr-defined]  # as at the end of a program whose reader has gone


def test_a_name_that_no_document_uses_is_understood(tmp_path: Path) -> None:
    (tmp_path / "war.txt").write_text("Denmark invaded Sweden in 1658.")
    with timeline.open(tmp_path / "war.db") as tl:
        tl.add(tmp_path / "war.txt")
        assert [len(list(tl.events(actor=name))) for name in ("Denmark", "danish", "Danes", "Norway")] == [1, 1, 1, 0]


def test_what_others_name_in_passing_makes_a_day_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The old bridge collapsed on 4 March 1890. The harbour opened on 7 June 1902.")
    (tmp_path / "b.txt").write_text("Spain signed a treaty with Portugal in 1921. Not a word about 7 June 1902.")
    with timeline.open(tmp_path / "t.db") as tl:
        tl.add(tmp_path / "a.txt")
        assert [str(one.when) for one in tl.digest(1)] == ["1890-03-04"]
        tl.add(tmp_path / "b.txt")
        assert [str(one.when) for one in tl.digest(1)] == ["1902-06-07"]
        assert [str(one.when) for one in tl.digest(1, until="1900")] == ["1890-03-04"]
