"""A server gives the same answers as a file, to the byte."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from tests.postgres.conftest import ROOT, Cluster, Twins, program
from timeline.cli import completing
from timeline.render import names
from timeline.store import Store


def digests(twins: Twins) -> list[str]:
    found = []
    for database in (twins.file, twins.url):
        with Store.open(database) as store:
            found.append(store.digest())
    return found


def test_everything_that_is_kept_is_the_same(seeded: Twins) -> None:
    one, other = digests(seeded)
    assert one == other


@pytest.mark.parametrize("form", names())
@pytest.mark.parametrize("options", [(), ("--since", "1990", "--until", "2020-10", "-r")], ids=["all", "window"])
def test_every_export_is_the_same_to_the_byte(
    seeded: Twins, tmp_path: Path, form: str, options: tuple[str, ...]
) -> None:
    files = [tmp_path / "file", tmp_path / "server"]
    for path, database in zip(files, (seeded.file, seeded.url), strict=True):
        ran = program("--db", database, "export", "-f", form, "-o", path, *options)
        assert ran.code == 0, ran.err
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "-v", "--context", "1"),
        ("show", "--since", "1991", "--actor", "Armenia"),
        ("show", "--undated"),
        ("show", "--match", '"44-day war" OR clash*', "-f", "json"),
        ("show", "--source", "seeds/002", "-n", "3"),
        ("show", "--grep", "[Cc]easefire|pact"),
        ("show", "--top", "4", "-r", "-f", "json"),
        ("show", "--disputed", "--min-sources", "2"),
        ("show", "--status", "planned", "--precision", "day"),
        ("show", "--actor", "nobody"),
        ("event", "gi6k"),
        ("event", "gi6k", "--context", "2"),
        ("event", "gi6k", "-f", "json"),
        ("event", "zzzz"),
        ("stats",),
        ("stats", "--since", "2000", "-f", "csv"),
        ("digest", "-n", "4"),
        ("digest", "-f", "json"),
        ("problems", "-f", "json"),
        ("decisions",),
        ("queries", "-f", "json"),
        ("check",),
        ("migrate",),
        ("link",),
        ("sql", "select * from timeline order by id", "-f", "json"),
        ("sql", "select * from evidence order by document, start, claim_key", "-f", "csv"),
        ("sql", "select * from disputed order by event_id, edtf, document", "-f", "tsv"),
        ("sql", "select title from timeline order by title", "-f", "csv"),
        ("sql", "select year, title from timeline where year < :y order by id", "-p", "y=1995"),
        ("sql", "select sum(disputed) as n, avg(mentions) as a, max(salience) as s, null as x from timeline"),
        ("sql", "select date(first_day) as d from timeline where first_day >= julianday('2020-09-01') order by id"),
        (
            "sql",
            "select j.value, count(*) as n from timeline as t, json_each(actors) as j group by 1 order by 2, min(t.id)",
        ),
        ("sql", "delete from event"),
        ("sql", "  "),
        ("show", "--match", "???"),
        ("show", "--since", "31 February 1990"),
    ],
    ids=" ".join,
)
def test_commands_say_the_same(seeded: Twins, arguments: tuple[str, ...]) -> None:
    one, other = seeded.run(*arguments)
    assert (one.code, one.out) == (other.code, other.out)
    assert one.err.partition(": not authorized")[0] == other.err.partition(": this begins")[0]


@pytest.mark.parametrize(
    "query",
    [
        "select date, title, sources from timeline where year between 1990 and 2000",
        "select document, quote, time_text, edtf, rule, anchor from evidence where edtf = '2020-11-10'",
        "select event_key, edtf, other_edtf, document, other_document from disputed",
        "select year, count(*) as events, sum(mentions) as claims from timeline where year is not null "
        "group by year order by claims desc, year limit 10",
    ],
)
def test_the_queries_of_the_readme(seeded: Twins, query: str) -> None:
    one, other = seeded.run("sql", query, "-f", "json")
    assert one.code == other.code == 0
    assert sorted(map(str, json.loads(one.out))) == sorted(map(str, json.loads(other.out)))


def test_decisions_saved_queries_and_removal(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = "2026-01-02T03:04:05.000001Z"
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("timeline.cli.person.person", lambda by, why: {"who": by, "why": why, "made": made})
    twins = Twins(tmp_path / "t.db", cluster)
    twins.same("add", "seeds", "-q")
    key = json.loads(twins.same("show", "-f", "json").out)[2]["key"]
    other = json.loads(twins.same("show", "-f", "json").out)[4]["key"]
    steps = [
        ("label", key, "war", "Café"),
        ("star", key),
        ("edit", key, "--title", "It's 100% ours", "--note", "see\nthe map"),
        ("show", "--label", "cafe", "--starred"),
        ("show", "--match", "ours"),
        ("merge", key, other, "--why", "the same"),
        ("undo",),
        ("split", key, "--claim", "2"),
        ("hide", other),
        ("show", "--hidden"),
        ("add-event", "The archive was sealed", "--date", "March 1951", "--actor", "Nobody"),
        ("show", "--save", "wide", "--since", "1950", "--match", "archive OR war", "--actor", "Nobody"),
        ("show", "--save", "ranked", "--top", "3", "--label", "war", "--source", "seeds"),
        ("sql", "select title from wide"),
        ("sql", "select title from ranked"),
        ("show", "--save", "event"),
        ("show", "@wide"),
        ("show", "@nothing"),
        ("queries",),
        ("queries", "--forget", "wide"),
        ("decisions", "-f", "json"),
        ("remove", "seeds/001_a27fdb1f3a3c3597.txt"),
        ("remove", "seeds/nothing.txt"),
        ("add", "seeds", "--prune", "--json"),
        ("check",),
    ]
    for step in steps:
        twins.same(*step)
    one, two = digests(twins)
    assert one == two
    Path(tmp_path / "d.json").write_text(twins.same("decisions", "-f", "json").out, encoding="utf-8")
    again = Twins(tmp_path / "again.db", cluster)
    again.same("add", "seeds", "-q")
    again.same("import", tmp_path / "d.json")
    again.same("show", "-f", "json")


def test_completion_names_the_same(seeded: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completing, "_SECONDS", 60.0)
    show = click.Context(click.Command("show"))
    told = []
    for database in (seeded.file, seeded.url):
        monkeypatch.setenv("TIMELINE_DB", database)
        told.append([(item.value, item.help) for item in completing.actors(show, click.Option(["--actor"]), "a")])
    assert told[0] == told[1]
    assert "Armenia" in dict(told[0])


def test_a_backup_is_a_file_with_all_of_it(seeded: Twins, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert program("--db", seeded.url, "backup", copy).code == 0
    with Store.open(copy) as store:
        assert store.digest() == digests(seeded)[1]
    assert program("--db", copy, "check").code == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["copy.db"]
    again = program("--db", seeded.url, "backup", copy)
    assert (again.code, "there already" in again.err) == (1, True)


def test_a_chronology_is_taken_in(cluster: Cluster, seeded: Twins, tmp_path: Path) -> None:
    twins = Twins(tmp_path / "t.db", cluster)
    told = tmp_path / "c.csv"
    told.write_text('date,text,source\n44 BC,"Caesar was murdered, they say",Plutarch\n1999,"The ""century"" ended",\n')
    assert twins.same("import", told).code == 0
    assert "Caesar was murdered" in twins.same("show", "-f", "json").out
    twins.same("show", "--until", "1 AD", "-v")
    twins.same("sql", "select date, date(first_day) as d, year from timeline order by id")
