"""Read documents, date what they tell, and merge it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli import console
from timeline.cli.completing import files
from timeline.cli.database import chosen, common, named
from timeline.cli.dates import DATE
from timeline.cli.genre import genre_option
from timeline.cli.number import Whole
from timeline.render.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.report import Report

SOME_FAILED = 3
MOST_TOLD = 20
"""Problems that are told one by one."""
LACKING = ("no-time", "no-text")
"""Codes of remarks that are counted by themselves."""
_ENDS = {"aside": "left aside"}


@click.command()
@click.argument(
    "paths", nargs=-1, metavar="PATH...", shell_complete=files, help="Files, folders, archives; - is standard input."
)
@click.option("--date", type=DATE, help="The date of these documents, above what they say of themselves.")
@genre_option
@click.option("--language", default="auto", show_default=True, metavar="CODE", help="The language they are written in.")
@click.option("--encoding", metavar="NAME", help="Of files that do not tell theirs.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME=FIELD",
    help="Where JSON, CSV and the like hold text, title, published, publisher, author, language, id or url.",
)
@click.option(
    "--gazetteer",
    type=click.Path(exists=True, dir_okay=False),
    help="Your own names: a CSV file of alias, canonical name, kind.",
)
@click.option("--whole", is_flag=True, help="Every deed told, dated by its document where no sentence tells when.")
@click.option("--prune", is_flag=True, help="Take away what was read from there before and is there no longer.")
@click.option("--retry", is_flag=True, help="Read once more what failed or came in part.")
@click.option("-n", "--dry-run", is_flag=True, help="Only list what would be read, and as what.")
@click.option("--watch", is_flag=True, help="Stay, and keep in step with what is there, until Ctrl-C.")
@click.option(
    "--doc-timeout", type=click.FloatRange(min=1), metavar="SECONDS", help="Work on one document. [default: 30]"
)
@click.option("--doc-memory", type=Whole(min=64), metavar="MB", help="For one document. [default: 640]")
@click.option("-j", "--jobs", type=Whole(min=1), metavar="N", help="Processes. [default: one a core]")
@click.option("--json", "as_json", is_flag=True, help="The counts and problems as one JSON object on stdout.")
@click.option("-q", "--quiet", is_flag=True, help="Only failures.")
@click.option("-v", "--verbose", is_flag=True, help="A line for each document: what became of it, claims, seconds.")
@common
def command(paths: tuple[str, ...], dry_run: bool, watch: bool, retry: bool, **options: Any) -> int:
    """Read documents, date what they tell, and merge it in.

    A PATH is a file, a folder, or - for stdin. Documents that are there already are left alone; a changed one replaces
    what it said before. Large documents get more time and memory than small ones, in proportion.
    """
    from timeline.cli.adding import changes, limits, mapped, retried, would_read

    options["fields"] = mapped(options["fields"])
    if retry:
        paths = (*paths, *retried())
    elif not paths:
        raise click.UsageError("Missing argument 'PATH...'.")
    if watch and (dry_run or retry or "-" in paths):
        raise click.UsageError("--watch keeps in step with files and folders: leave out --dry-run, --retry and -.")
    if dry_run:
        return would_read(paths, options["encoding"], options["fields"])
    options["limits"] = limits(options.pop("doc_timeout"), options.pop("doc_memory"))
    if watch:
        for _ in changes(paths):
            _add(paths, **{**options, "prune": True})
    return _add(paths, retry=retry, **options)


def _add(paths: tuple[str, ...], as_json: bool, quiet: bool, verbose: bool, **options: Any) -> int:
    """Add once, say what became of it; the exit code."""
    from timeline import library
    from timeline.cli.progress import progress

    try:
        with library.open(chosen()) as timeline, progress(quiet=quiet or as_json, verbose=verbose) as advance:
            report = timeline.add(*paths, progress=advance, **options)
    except KeyboardInterrupt:
        console.remark("stopped: what is in is in, and the same command goes on from there")
        raise
    told = [one for one in report.problems if one.severity == "failed" or not quiet]
    for problem in told[:MOST_TOLD]:
        console.remark(f"{problem.severity}: {problem.uri}: {problem.message}")
    if len(told) > MOST_TOLD:
        console.remark(f"… and {len(told) - MOST_TOLD:,} more: `timeline problems` lists them all")
    if as_json:
        _print_json(report)
    elif not quiet:
        for line in summary(report):
            console.remark(line)
    if not report.failed:
        return 0
    came = report.inputs.done or report.inputs.partial or report.inputs.unchanged
    return SOME_FAILED if came else 1


def summary(report: Report) -> Iterator[str]:
    """`5 documents · 21 claims · 16 events · 0 problems   data/timeline.db`, then what is not plainly all new.

    The second line adds up: what was found is done, partial, unchanged, failed or left aside.
    """
    counts = (counted(report.documents, "document"), counted(report.claims, "claim"), counted(report.events, "event"))
    yield f"{' · '.join((*counts, counted(len(report.problems), 'problem')))}   {named()}"
    inputs = report.inputs
    if not inputs.found == inputs.done == report.new:
        states = ("done", "partial", "unchanged", "failed", "aside")
        ends = [f"{getattr(inputs, name):,} {_ENDS.get(name, name)}" for name in states if getattr(inputs, name)]
        kinds = {"new": report.new, "changed": report.changed, "under a second name": report.copies}
        told = [f"{number:,} {kind}" for kind, number in kinds.items() if number]
        of_them = f" ({', '.join(told)})" if told and (inputs.done or inputs.partial) else ""
        yield f"{inputs.found:,} found: {', '.join(ends)}{of_them}"
    lacking = {"without a date": inputs.without_date, "without text": inputs.without_text}
    remarks = sum(note.code not in ("aside", *LACKING) for note in report.notes)
    told = [f"{number:,} {word}" for word, number in lacking.items() if number]
    told += [counted(remarks, "remark")] if remarks else []
    if told:
        yield f"{', '.join(told)} (see `timeline problems`)"


def _print_json(report: Report) -> None:
    import sys
    from dataclasses import asdict

    from timeline.render.formats.json import line

    sys.stdout.write(line(asdict(report) | {"database": named()}) + "\n")
