"""Every command and every option says what it does."""

from __future__ import annotations

import click
import pytest

from timeline.cli.filters import PRECISIONS
from timeline.cli.genre import GENRES
from timeline.cli.group import CommandsByFile, summary, timeline
from timeline.resolve import genre as resolving
from timeline.temporal.precision import Precision

CONTEXT = click.Context(timeline)
NAMES = timeline.list_commands(CONTEXT)


def command(name: str) -> click.Command:
    found = timeline.get_command(CONTEXT, name)
    assert found is not None
    return found


def test_the_units_are_those_of_precision() -> None:
    assert [precision.value for precision in Precision] == list(PRECISIONS)


def test_the_genres_are_those_of_resolving() -> None:
    assert resolving.GENRES == GENRES


def test_there_are_commands() -> None:
    assert isinstance(timeline, CommandsByFile)
    assert {"add", "show", "event", "explain", "tag", "sql", "link", "migrate", "check", "formats"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_of_the_file_is_the_commands_help(name: str) -> None:
    first = summary(name)
    assert first.endswith(".")
    assert (command(name).help or "").replace("\n", " ").startswith(first.rstrip("."))
    assert len(first) <= 70


@pytest.mark.parametrize("name", NAMES)
def test_every_option_and_argument_has_help(name: str) -> None:
    for parameter in command(name).params:
        told = getattr(parameter, "help", None)
        assert told, parameter.opts
        assert told.endswith((".", "]", "…")), parameter.opts


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_common_options(name: str) -> None:
    assert {"--db", "--debug"} <= {opt for parameter in command(name).params for opt in parameter.opts}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in NAMES)])
def test_help_is_shown(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from timeline.cli import run

    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert out.startswith("Usage: timeline")
    assert max(map(len, out.splitlines())) <= 100


def test_the_nearest_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    from timeline.cli import run

    assert run(["shwo"]) == 2
    assert "Did you mean 'show'?" in capsys.readouterr().err
