"""Mark the time expressions of documents, as TIMEX3."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import console
from timeline.cli.completing import files
from timeline.cli.database import common
from timeline.cli.dates import DATE
from timeline.cli.file import refuse_existing, write_file
from timeline.cli.genre import genre_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model.problem import Problem
    from timeline.pipeline import Options, Result
    from timeline.read import Source

SOME_FAILED = 3


@click.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", shell_complete=files, help="Files, folders, archives; - is standard input."
)
@click.option("-t", "--text", metavar="TEXT", help="Mark this text instead of a file.")
@click.option("--reference", "date", type=DATE, help='The date of the documents: what "last week" leans on.')
@genre_option
@click.option("--language", default="auto", show_default=True, metavar="CODE", help="The language they are written in.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("text", "jsonl", "timeml")),
    default="text",
    show_default=True,
    help="The text with its tags, one JSON object a document, or whole TimeML documents.",
)
@click.option(
    "-o",
    "path",
    metavar="PATH",
    shell_complete=files,
    help="Write to a file, or into a folder that is there: a file a document.",
)
@click.option("--force", is_flag=True, help="Overwrite the files of -o.")
@common
def command(paths: tuple[str, ...], text: str | None, path: str | None, **options: Any) -> int:
    """Mark the time expressions of documents, as TIMEX3 (ISO 24617-1).

    Whatever `timeline add` reads can be marked; no database is used.
    """
    from timeline.pipeline import Options
    from timeline.render import tagged

    if bool(paths) == (text is not None):
        raise click.UsageError(f"Name files or folders, or give a text with -t{'; not both' if paths else ''}.")
    form, force = getattr(tagged, options.pop("form")), options.pop("force")
    failures: list[Problem] = []
    marked: list[str] = []
    sources = _named(paths) if text is None else [_literal(text)]
    results = _understood(sources, Options(**options), marked, failures)
    _write(((result.document.uri, form(result)) for result in results), path, force=force)
    for failure in failures:
        console.remark(f"failed: {failure.uri}: {failure.message}")
    return 0 if not failures else SOME_FAILED if marked else 1


def _named(paths: tuple[str, ...]) -> Iterable[Source | Problem]:
    from timeline.read import find

    return find(paths)


def _literal(text: str) -> Source:
    from timeline.read import Source

    return Source("text.txt", data=text.encode("utf-8", "replace"), format="text")


def _understood(
    sources: Iterable[Source | Problem], options: Options, marked: list[str], failures: list[Problem]
) -> Iterator[Result]:
    """Each document; its name, or why there is none, goes into the lists."""
    from timeline.pipeline import run
    from timeline.pipeline.process import times

    for outcome in run(sources, options, stages=times):
        if outcome.result is not None:
            marked.append(outcome.result.document.uri)
            yield outcome.result
        elif outcome.state == "failed":
            failures.extend(outcome.problems)


def _write(documents: Iterator[tuple[str, Iterator[str]]], path: str | None, *, force: bool) -> None:
    """To stdout, to one file, or to a file a document in a folder that is there."""
    if path is None or path == "-":
        for _, pieces in documents:
            sys.stdout.writelines(pieces)
    elif os.path.isdir(path):  # noqa: PTH112
        for uri, pieces in documents:
            name = re.sub(r"[^\w.#-]", "_", uri.rpartition("/")[2]) or "document"
            write_file(os.path.join(path, f"{name}.tml"), pieces, force=force)  # noqa: PTH118
    else:
        refuse_existing(path, force=force)
        write_file(path, (piece for _, pieces in documents for piece in pieces), force=force)
