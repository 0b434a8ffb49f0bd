"""Make the parts of README and docs/ that the program itself can tell: `python tests/house/readme.py` writes them.

Also what the tagger keeps ready of each language (timeline/tag/beginnings).
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import click
from click.testing import CliRunner

from timeline.cli.group import timeline
from timeline.languages import codes, load
from timeline.library.served.metadata import described
from timeline.render import json_schema
from timeline.tag.beginnings import write

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", ROOT / "docs/commands.md", ROOT / "docs/columns.md")
VIEWS = ROOT / "timeline/library/served/database.toml"
LIBRARY = """\
import timeline

with timeline.open("data/news.db") as tl:
    report = tl.add("seeds/")
    print(report.documents, report.claims, report.problems)
    for event in tl.events(since="1989", until="2020-10", actor="Armenia"):
        print(event.when, event.title, len(event.claims))
    rows = tl.sql("select date, title from timeline where documents > 1")
for m in timeline.parse("two weeks later", reference="1989-11-09", genre="news"):
    print(m.start, m.end, m.text, m.type, m.value, m.when, m.rule, m.anchor)"""
BLOCK = re.compile(r"(<!-- made: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def seeds_database(folder: str) -> str:
    """A database of the five seed documents."""
    database = str(Path(folder) / "seeds.db")
    run("--db", database, "add", "seeds", "--jobs", "1")
    return database


def run(*arguments: str) -> str:
    """What a command prints on standard output, 118 columns wide."""
    result = CliRunner(env={"COLUMNS": "118"}).invoke(timeline, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.strip("\n").splitlines())


def fenced(language: str, text: str) -> str:
    """A code block."""
    return f"```{language}\n{text}\n```\n"


def show(database: str) -> str:
    """The timeline of the seeds."""
    return fenced("console", f"$ timeline show\n{run('--db', database, 'show')}")


def event(database: str) -> str:
    """The event told by most claims that is disputed, with its evidence."""
    with sqlite3.connect(database) as db:
        [key] = db.execute("select key from timeline order by disputed desc, mentions desc, key limit 1").fetchone()
    return fenced("console", f"$ timeline event {key[:4]}\n{run('--db', database, 'event', key)}")


def library(_: str) -> str:
    """The library in ten lines."""
    return fenced("python", LIBRARY)


def views(database: str) -> str:
    """The columns of the three views."""
    lines = [
        "The three views are the contract; their columns are never renamed ([what each means](docs/columns.md);\n"
        "[which questions stay fast in a large database](docs/large.md)).\n",
    ]
    with sqlite3.connect(database) as db:
        for view, what in (("timeline", "an event"), ("evidence", "a claim"), ("disputed", "a pair of claimed dates")):
            columns = [row[1] for row in db.execute(f"pragma table_info({view})")]
            lines.append(f"- **`{view}`**, one row {what}: " + ", ".join(f"`{c}`" for c in columns))
    return "\n".join(lines) + "\n"


def columns(database: str) -> str:
    """Every column of the three views with what it means."""
    told = {"timeline": described("event"), "evidence": described("claim")}
    told["disputed"] = tomllib.loads(VIEWS.read_text(encoding="utf-8"))["views"]["disputed"]["columns"]
    parts = []
    with sqlite3.connect(database) as db:
        for view, meanings in told.items():
            names = [row[1] for row in db.execute(f"pragma table_info({view})")]
            rows = [f"| `{name}` | {meanings[name]}{values(view, name)} |" for name in names]
            parts.append("\n".join([f"## {view}\n", "| column | meaning |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def values(view: str, column: str) -> str:
    """What can stand in a column, where that is not told with its meaning."""
    shape = {"timeline": "event", "evidence": "claim"}.get(view)
    told = json.loads(json_schema())["$defs"][shape]["properties"][column] if shape else {}
    names = [name for name in told.get("enum", ()) if name is not None]
    return f" One of {', '.join(names)}." if any(f"{name}:" not in told["description"] for name in names) else ""


def commands(_: str) -> str:
    """The help of every command."""
    context = click.Context(timeline, info_name="timeline")
    parts = [fenced("text", run("--help"))]
    for name in timeline.list_commands(context):
        parts.append(f"### timeline {name}\n\n{fenced('text', run(name, '--help'))}")
    return "\n".join(parts)


def formats(_: str) -> str:
    """What can be read and written."""
    return fenced("text", run("formats"))


MAKERS: dict[str, Callable[[str], str]] = {
    "show": show,
    "event": event,
    "library": library,
    "views": views,
    "columns": columns,
    "commands": commands,
    "formats": formats,
}


def made(text: str) -> str:
    """A page with every made part as the program tells it now."""
    with tempfile.TemporaryDirectory() as folder:
        database = seeds_database(folder)
        return BLOCK.sub(lambda m: m[1] + MAKERS[m[2]](database) + m[4], text)


if __name__ == "__main__":
    for code in codes():
        write(load(code))
    for page in PAGES:
        page.write_text(made(page.read_text(encoding="utf-8")), encoding="utf-8")
