"""Files are written whole or not at all, and never over another by accident."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from timeline.cli.output import DEFAULT, Output, output_options
from timeline.errors import InputError


@click.command()
@click.option("--fail", is_flag=True)
@output_options
def command(fail: bool, out: Output) -> None:
    def pieces() -> list[str]:
        if fail:
            raise RuntimeError
        return [out.name, "\n", "\udc80é"]

    out.write(piece for piece in pieces())


def test_default_is_a_table_on_stdout() -> None:
    assert CliRunner().invoke(command, ["--fail"]).exception is not None
    assert DEFAULT in CliRunner().invoke(command, ["-o", "-"]).output


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.json", "json"), ("a.md", "markdown"), ("a.jsonl", "ndjson"), ("a.CSV", "csv"), ("a", "table")],
)
def test_the_suffix_gives_the_format(tmp_path: Path, name: str, format: str) -> None:  # noqa: A002
    CliRunner().invoke(command, ["-o", str(tmp_path / name)], catch_exceptions=False)
    assert (tmp_path / name).read_bytes() == f"{format}\n".encode() + b"\\udc80\xc3\xa9"


def test_the_option_wins_over_the_suffix(tmp_path: Path) -> None:
    CliRunner().invoke(command, ["-o", str(tmp_path / "a.json"), "-f", "csv"], catch_exceptions=False)
    assert (tmp_path / "a.json").read_text().startswith("csv")


def test_an_existing_file_needs_force(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    refused = CliRunner().invoke(command, ["-o", str(path)])
    assert isinstance(refused.exception, InputError)
    assert "--force" in str(refused.exception)
    assert path.read_text() == "mine"
    CliRunner().invoke(command, ["-o", str(path), "--force"], catch_exceptions=False)
    assert path.read_text().startswith("table")


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    CliRunner().invoke(command, ["--fail", "-o", str(path), "--force"])
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused = CliRunner().invoke(command, ["-o", str(tmp_path / "no" / "a.txt")])
    assert isinstance(refused.exception, InputError)


def test_a_folder_that_takes_no_file() -> None:
    refused = CliRunner().invoke(command, ["-o", "/proc/a.txt"])
    assert isinstance(refused.exception, InputError)
    assert str(refused.exception).startswith("/proc/a.txt cannot be written: ")


def test_a_suffix_of_no_format_is_a_usage_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["-o", str(tmp_path / "a.xlsx")])
    assert result.exit_code == 2
    assert ".xlsx; say with -f" in result.output
    assert not list(tmp_path.iterdir())
    CliRunner().invoke(command, ["-o", str(tmp_path / "a.xlsx"), "-f", "csv"], catch_exceptions=False)
    assert (tmp_path / "a.xlsx").read_text().startswith("csv")


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_folder_is_never_overwritten(tmp_path: Path, options: list[str]) -> None:
    refused = CliRunner().invoke(command, ["-o", str(tmp_path), *options])
    assert isinstance(refused.exception, InputError)
    assert "is a folder" in str(refused.exception)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path, options: list[str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    CliRunner().invoke(command, ["-o", str(pipe), *options], catch_exceptions=False)
    assert os.read(reader, 100).startswith(b"table")
    os.close(reader)
    assert pipe.is_fifo()


def test_an_unknown_format_is_a_usage_error() -> None:
    result = CliRunner().invoke(command, ["-f", "nope"])
    assert result.exit_code == 2
    assert "ndjson" in result.output
