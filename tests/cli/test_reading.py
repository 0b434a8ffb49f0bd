"""show, event, sql, problems, check: asking a database."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from timeline.store.answer import EVIDENCE, TIMELINE


def titles(out: str) -> list[str]:
    return [event["title"] for event in json.loads(out)]


def test_show_is_in_order_of_time(run: Run) -> None:
    shown = run("show")
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert [line[6:18].strip() for line in lines] == ["1890-03-04", "1894", "1902-06-07", "early 1920s", "1931-05-01"]
    assert lines[0].endswith("1 source")
    assert "planned" in lines[-1]
    assert shown.err == ""


def test_json_has_the_keys_of_the_views(run: Run) -> None:
    events = json.loads(run("show", "-f", "json").out)
    assert all(tuple(event) == (*TIMELINE, "evidence") for event in events)
    assert all(tuple(claim) == EVIDENCE for event in events for claim in event["evidence"])
    treaty = events[3]
    assert treaty["actors"] == ["Spain", "Portugal"]
    claim = treaty["evidence"][0]
    assert claim["quote"].encode()[claim["time_start"] - claim["start"] :].startswith(b"the early 1920s")


@pytest.mark.parametrize(
    ("options", "years"),
    [
        ((), [1890, 1894, 1902, 1920, 1931]),
        (("--since", "1900"), [1902, 1920, 1931]),
        (("--until", "March 1890"), [1890]),
        (("--until", "44 BC"), []),
        (("--on", "192X"), [1920]),
        (("--since", "1891", "--until", "1910"), [1894, 1902]),
        (("--actor", "spain"), [1920]),
        (("--actor", "Portugal", "--actor", "Spain"), [1920]),
        (("--actor", "nobody"), []),
        (("--source", "bridge"), [1890, 1894]),
        (("--match", "treaty"), [1920]),
        (("--match", "trea* OR storm"), [1920]),
        (("--grep", "new (bridge|harbour)"), [1894, 1931]),
        (("--status", "planned"), [1931]),
        (("--precision", "day"), [1890, 1902, 1931]),
        (("--disputed",), []),
        (("--undated",), []),
        (("--min-sources", "2"), []),
        (("-n", "2"), [1890, 1894]),
        (("-n", "2", "-r"), [1931, 1920]),
    ],
)
def test_filters(run: Run, options: tuple[str, ...], years: list[int | None]) -> None:
    shown = run("show", "-f", "json", *options)
    assert (shown.code, [event["year"] for event in json.loads(shown.out)]) == (0, years)


def test_an_empty_answer_is_no_error(run: Run) -> None:
    assert run("show", "--since", "1999")[:2] == (0, "")


def test_what_was_under_way_stands_apart(run: Run) -> None:
    lines = run("show", "--since", "1922").out.splitlines()
    assert "1931-05-01" in lines[0]
    assert lines[1:3] == ["", "already under way"]
    assert "early 1920s" in lines[3]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (("--actor", "Nobody"), "leave out an option"),
        (("--since", "1994", "--until", "1990"), "ends before it begins"),
        (("--undated", "--on", "1994"), "what is undated lies in no time"),
    ],
)
@pytest.mark.parametrize("command", ["show", "digest", "stats"])
def test_why_nothing_matches(run: Run, command: str, wanted: tuple[str, ...], told: str) -> None:
    ran = run(command, *wanted)
    assert ran.code == 0
    assert told in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "--since", "31 February 1990"), "is no date"),
        (("show", "--grep", "("), "no regular expression"),
        (("show", "--match", "???"), "no word"),
        (("show", "--actor", ""), "actor is empty"),
        (("show", "-n", "x"), "not a valid whole number"),
        (("event", "!!"), "no event"),
        (("event", ""), "no event"),
        (("sql", "selec"), "syntax error"),
        (("sql", "delete from event"), "can only read"),
        (("sql", "select 1; select 2"), "not right"),
        (("sql", "  "), "no query"),
        (("show", "--db", "missing.db"), "timeline add"),
        (("event", "abcd", "--db", "missing.db"), "timeline add"),
        (("sql", "select 1", "--db", "missing.db"), "timeline add"),
        (("check", "--db", "missing.db"), "timeline add"),
        (("migrate", "--db", "missing.db"), "timeline add"),
        (("link", "--db", "missing.db"), "timeline add"),
    ],
)
def test_one_sentence_and_the_code(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run(*arguments)
    assert ran.code == (2 if arguments[0] == "show" and "--db" not in arguments else 1)
    assert told in ran.err.splitlines()[-1]
    assert "Traceback" not in ran.err
    assert ran.out == ""
    assert not Path("missing.db").exists()


@pytest.mark.parametrize(("content", "told"), [(b"", "empty"), (b"rubbish" * 99, "not a timeline database")])
def test_a_file_that_is_no_database_is_left_alone(run: Run, content: bytes, told: str) -> None:
    path = Path("other.db")
    path.write_bytes(content)
    for command in (["show"], ["add", "nothing.txt"], ["migrate"], ["check"], ["sql", "select 1"]):
        ran = run("--db", path, *command)
        assert (ran.code, told in ran.err) == (1, True), command
    assert path.read_bytes() == content


def test_event_shows_the_words_and_the_reason(run: Run) -> None:
    key = json.loads(run("show", "-f", "json").out)[3]["key"]
    for ran in (run("event", key), run("event", key[:6].upper())):
        assert ran.code == 0
        assert "»the early 1920s«" in ran.out
        assert "ferry.txt:0" in ran.out
        assert "date.decade" in ran.out
    assert json.loads(run("event", key, "-f", "json").out)[0]["key"] == key


def test_sql_in_every_format(run: Run) -> None:
    query = "select year, title from timeline where year < :year order by year"
    assert json.loads(run("sql", query, "-p", "year=1891", "-f", "json").out)[0]["year"] == 1890
    assert run("sql", "select 1 as a, null as b", "-f", "csv").out == "a,b\n1,\n"
    assert run("sql", "select 1 as a, null as b", "-f", "tsv").out == "a\tb\n1\t\n"
    assert run("sql", "select 1 as a", "-f", "markdown").out == "| a |\n| --- |\n| 1 |\n"
    assert run("sql", "select 1 as a", "-f", "ndjson").out == '{"a": 1}\n'
    assert run("sql", "select 1 as a").out == "a\n-\n1\n"


def test_sql_from_a_file(run: Run) -> None:
    Path("q.sql").write_text("select count(*) as n from evidence")
    assert run("sql", "-i", "q.sql", "-f", "csv").out == "n\n5\n"
    assert run("sql").code == 2


def test_hostile_text_is_inert_in_every_format(run: Run) -> None:
    for name in ("table", "json", "ndjson", "csv", "tsv", "markdown"):
        out = run("show", "-f", name, "--source", "hostile").out
        assert "\x1b" not in out, name
        assert "\u202e" not in out or name == "csv", name


def test_check_and_problems(run: Run) -> None:
    assert run("check") == (0, "", run("check").err)
    assert "is whole" in run("check").err
    assert run("problems", "-f", "json").code == 0


def test_link_changes_nothing(run: Run) -> None:
    before = run("show", "-f", "json").out
    assert run("link").err == "5 claims · 5 events\n"
    assert run("show", "-f", "json").out == before


def test_migrate_has_nothing_to_do(run: Run) -> None:
    ran = run("migrate")
    assert ran.code == 0
    assert "up to date" in ran.err


@pytest.mark.parametrize("damage", ["cut", "rubbish"])
def test_a_damaged_database_is_told_in_one_sentence(run: Run, database: Path, damage: str) -> None:
    content = database.read_bytes()
    Path("d.db").write_bytes(content[: len(content) // 2] if damage == "cut" else content[:4096] + b"\xff" * 60_000)
    for command in (["show"], ["check"], ["stats"], ["sql", "select * from timeline"], ["event", "a"], ["link"]):
        ran = run("--db", "d.db", *command)
        assert ran.code == 1, command
        assert ran.err.strip(), command
        assert "Traceback" not in ran.err
        assert "itself failed" not in ran.err, command


def test_values_of_another_kind_are_told_in_one_sentence(run: Run, database: Path) -> None:
    Path("d.db").write_bytes(database.read_bytes())
    with closing(sqlite3.connect("d.db", isolation_level=None)) as connection:
        connection.execute("UPDATE event SET title = x'ff00'")
    ran = run("--db", "d.db", "show")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "`timeline check --deep` tells whether the database is damaged" in ran.err
    assert run("--db", "d.db", "check", "--deep").code == 1


def test_what_show_writes_fits_the_schema(run: Run) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(run("formats", "--schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(run("export", "-f", "json").out), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"key": 1}], schema)


def test_sentences_round_the_quotes(run: Run) -> None:
    shown = run("show", "--match", "collapsed", "--context", "1")
    assert [line.strip() for line in shown.out.splitlines()[1:3]] == [
        "“The old bridge collapsed on »4 March 1890«.”",
        "Workers built a new bridge in 1894.",
    ]
    key = shown.out.split()[0]
    assert "  Workers built a new bridge in 1894.\n" in run("event", key, "--context", "2").out
    assert "Workers" not in run("event", key).out
    for command in (("show",), ("event", key)):
        assert run(*command, "--context", "1", "-f", "json").code == 2
        assert run(*command, "--context", "0").code == 2


def test_an_empty_answer_says_so(run: Run) -> None:
    shown = run("show", "--actor", "nobody")
    assert (shown.code, shown.out) == (0, "")
    assert shown.err.startswith("no events match; ")
    assert run("show", "--actor", "nobody", "-f", "json").out == "[]\n"
    assert run("show").err == ""


def test_a_database_without_events_says_what_fills_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing at all.")
    run("--db", "bare.db", "add", "a.txt")
    assert "timeline add PATH" in run("--db", "bare.db", "show", "--since", "1900").err


@pytest.mark.parametrize("width", [20, 40, 80, 160])
@pytest.mark.parametrize(
    "arguments",
    [("show",), ("show", "--context", "1"), ("event", "KEY", "--context", "1"), ("stats",), ("formats",)],
)
def test_nothing_is_wider_than_the_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], width: int
) -> None:
    key = json.loads(run("show", "-f", "json").out)[0]["key"]
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run(*(key if argument == "KEY" else argument for argument in arguments))
    assert shown.code == 0
    assert shown.out
    assert max(map(len, shown.out.splitlines())) <= width


def test_remarks_are_no_problems(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It opened on 4 March 1890.")
    (tmp_path / "a.toml").write_text("")
    run("--db", "noted.db", "add", ".")
    shown = run("--db", "noted.db", "stats")
    assert "problem     note: aside 1" in shown.out
    assert "0 problems" in shown.err


def test_a_day_is_told_by_the_clock(run: Run, tmp_path: Path) -> None:
    told = (
        "At 06:40 on 12 February 2018 the ship left port. At 08:02 the engine stopped. At 07:15 smoke rose."
        " At 10:20 the tug arrived.\n"
    )
    (tmp_path / "log.txt").write_text(told, encoding="utf-8")
    assert run("--db", "log.db", "add", "log.txt", "-q").code == 0
    shown = run("--db", "log.db", "show", "-f", "ndjson").out
    assert [json.loads(line)["clock"] for line in shown.splitlines()] == ["06:40", "07:15", "08:02", "10:20"]
