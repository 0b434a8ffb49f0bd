"""serve: started on a free port, its pages fetched, ended with Ctrl-C."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cli.conftest import Run
from timeline.store import Store
from timeline.store.answer import EVIDENCE, TIMELINE

pytest.importorskip("datasette", reason="datasette is not installed (pip install 'timeline-db[serve]')")

BASE = "/old~20~26~20new~20~231"
"""Where the database is: its name, as datasette writes one into an address."""
HOSTILE = "Leith </td><script>alert(1)</script> closed the old quay on 3 May 1911."


class Served(NamedTuple):
    """A database that is being served."""

    address: str
    database: Path

    def get(self, path: str, **query: str) -> str:
        """A page's text."""
        with urlopen(f"{self.address}{path}?{urlencode(query)}", timeout=20) as answer:
            return str(answer.read().decode())

    def rows(self, path: str, **query: str) -> list[dict[str, Any]]:
        """A table's or a query's rows."""
        rows: list[dict[str, Any]] = json.loads(self.get(f"{path}.json", _shape="objects", **query))["rows"]
        return rows

    def refused(self, path: str, headers: dict[str, str] | None = None, data: bytes | None = None, **query: str) -> int:
        """The status of an answer that is no page."""
        with pytest.raises(HTTPError) as told:
            urlopen(Request(f"{self.address}{path}?{urlencode(query)}", data, headers or {}), timeout=20)
        told.value.close()
        return told.value.code


@pytest.fixture(scope="module")
def served(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the database under a name that wants care in addresses, and a saved query in it."""
    path = tmp_path_factory.mktemp("served") / "old & new #1.db"
    shutil.copy(database, path)
    with Store.open(path) as store:
        store.saved.save("spain", {"actor": ["Spain"]})
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "--db", path, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    told = process.stderr.readline()
    found = re.match(r"http://127\.0\.0\.1:[0-9]+", told)
    assert found, told
    yield Served(found[0], path)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130
    assert [left.name for left in path.parent.iterdir()] == [path.name]


def test_the_first_page_leads_on(served: Served) -> None:
    page = served.get("/")
    assert "Timeline: old &amp; new #1" in page
    targets = [target.replace("&amp;", "&") for target in re.findall(r'<p><a href="([^"]+)"', page)]
    assert targets
    assert "The old bridge collapsed" in served.get(*targets[0].split("?")[:1])


def test_the_database_page_hides_what_is_internal(served: Served) -> None:
    told = json.loads(served.get(f"{BASE}.json"))
    assert {table["name"] for table in told["tables"] if not table["hidden"]} == {
        *("decision", "document", "entity", "problem", "source"),
    }
    assert {view["name"] for view in told["views"]} == {"timeline", "evidence", "disputed", "spain"}
    assert served.refused(f"{BASE}/event_text_source") == 403


@pytest.mark.parametrize(("view", "columns"), [("timeline", TIMELINE), ("evidence", EVIDENCE), ("spain", TIMELINE)])
def test_every_column_is_described(served: Served, view: str, columns: tuple[str, ...]) -> None:
    page = served.get(f"{BASE}/{view}")
    assert re.findall("<dt>([^<]+)</dt>", page) == list(columns)


def test_events_are_in_order_and_counted_by_facets(served: Served) -> None:
    told = json.loads(served.get(f"{BASE}/timeline.json", _shape="objects"))
    assert [row["year"] for row in told["rows"]] == [1890, 1894, 1902, 1920, 1931]
    facets = {
        name: {value["value"]: value for value in facet["results"]} for name, facet in told["facet_results"].items()
    }
    assert set(facets) == {"year", "precision", "status", "disputed", "actors", "places", "sources"}
    assert facets["actors"]["Spain"]["count"] == 1
    ferry = next(facet for name, facet in facets["sources"].items() if name.endswith("ferry.txt"))
    assert ferry["count"] == 2
    for facet in (facets["year"][1890], facets["actors"]["Spain"], facets["status"]["planned"], ferry):
        path = facet["toggle_url"].removeprefix(served.address)
        with urlopen(served.address + path, timeout=20) as answer:
            found = json.load(answer)
        assert found["filtered_table_rows_count"] == facet["count"]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("bridge", 2),
        ("brid*", 2),
        ('"new bridge"', 1),
        ("treaty OR plan", 2),
        ("s" + "reported", 0),
        ('"', 0),
        ("=1+1", 1),
    ],
)
def test_search_is_that_of_match(served: Served, typed: str, count: int) -> None:
    assert len(served.rows(f"{BASE}/timeline", _search=typed)) == count


def test_an_event_leads_to_its_evidence_and_back(served: Served) -> None:
    page = served.get(f"{BASE}/timeline", year="1890")
    found = re.search(r'<a href="([^"]+/evidence\?[^"]+)">', page)
    assert found
    with urlopen(served.address + found[1].replace("&amp;", "&"), timeout=20) as answer:
        evidence = answer.read().decode()
    assert "The old bridge collapsed on <mark>4 March 1890</mark>." in evidence
    assert re.search(r'href="[^"]+/document\?uri=[^"]+bridge.txt"', evidence)
    assert re.search(r'href="[^"]+/timeline\?key=', evidence)


@pytest.mark.parametrize(
    ("query", "parameters", "count"),
    [
        ("most_told", {}, 5),
        ("contradictions", {}, 0),
        ("by_actor", {"actor": "Spain"}, 1),
        ("by_year", {}, 5),
        ("between", {"since": "1894-01-01", "until": "1902-12-31"}, 2),
        ("planned_and_denied", {}, 1),
        ("inferred", {}, 0),
    ],
)
def test_ready_queries(served: Served, query: str, parameters: dict[str, str], count: int) -> None:
    assert len(served.rows(f"{BASE}/{query}", **parameters)) == count


def test_the_html_timeline_is_a_page(served: Served) -> None:
    page = served.get("/-/timeline")
    assert "5 events from 3 documents" in page
    assert "Content-Security-Policy" in page


@pytest.mark.parametrize(
    "sql",
    [
        "delete from event",
        "attach database 'other.db' as other",
        "pragma journal_mode=delete",
        "vacuum into 'copy.db'",
        "with x as (select 1) delete from event",
    ],
)
def test_nothing_can_be_written(served: Served, sql: str) -> None:
    assert served.refused(BASE, sql=sql) == 400
    assert len(served.rows(f"{BASE}/timeline", _nofacet="1")) >= 5


def test_nothing_is_taken_in(served: Served) -> None:
    assert served.refused(f"{BASE}/timeline", data=b"title=x") in (403, 405, 500)


def test_another_host_is_not_answered(served: Served) -> None:
    assert served.refused("/", headers={"Host": "example.org"}) == 403


def test_what_is_added_shows_up(served: Served, run: Run) -> None:
    Path("quay.txt").write_text(HOSTILE, encoding="utf-8")
    assert run("--db", served.database, "add", "quay.txt", "-q").code == 0
    assert len(served.rows(f"{BASE}/timeline", _search="quay")) == 1
    for path in (f"{BASE}/timeline", f"{BASE}/evidence", "/-/timeline"):
        page = served.get(path)
        assert "closed the old quay" in page
        assert "<script>alert" not in page
    assert run("--db", served.database, "check").code == 0
    assert run("--db", served.database, "remove", "quay.txt").code == 0


def test_a_taken_port_is_told(served: Served, run: Run) -> None:
    ran = run("serve", "--port", served.address.rpartition(":")[2])
    assert ran.code == 1
    assert "take another with --port" in ran.err


def test_no_database(run: Run) -> None:
    ran = run("--db", "none.db", "serve", "--port", "0")
    assert ran.code == 1
    assert "there is no database none.db" in ran.err
    assert not Path("none.db").exists()


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a module seem not to be installed."""
    return lambda name: monkeypatch.setitem(sys.modules, name, None)


def test_the_extra_is_named_where_it_is_missing(run: Run, absent: Callable[[str], None]) -> None:
    absent("datasette.app")
    ran = run("serve", "--port", "0")
    assert ran.code == 1
    assert "timeline serve needs datasette; install it with: pip install 'timeline-db[serve]'." in ran.err
