from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.model.problem import Problem
from timeline.read import Source, find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", ".e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def uris(*paths: str | Path) -> list[str]:
    return [found.uri for found in find(paths) if isinstance(found, Source)]


def problems(*paths: str | Path) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in find(paths) if isinstance(found, Problem)]


def test_a_folder_gives_its_files_in_order_of_name(folder: Path) -> None:
    assert uris(folder) == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/sub/c.txt"]


def test_a_file_is_found_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a.txt")
    (folder / "sub" / "loop").symlink_to(folder)
    assert uris(folder / "b.txt", folder, f"{folder}/*.txt") == [
        f"{folder}/b.txt",
        f"{folder}/a.txt",
        f"{folder}/sub/c.txt",
    ]


@pytest.mark.parametrize(
    ("named", "uri"),
    [(".", "sub/c.txt"), ("./sub/", "sub/c.txt"), ("sub//c.txt", "sub/c.txt"), ("../{}/sub", "../{}/sub/c.txt")],
)
def test_a_path_has_one_spelling(folder: Path, monkeypatch: pytest.MonkeyPatch, named: str, uri: str) -> None:
    monkeypatch.chdir(folder)
    assert uris(named.format(folder.name))[-1] == uri.format(folder.name)


def test_patterns(folder: Path) -> None:
    assert uris(f"{folder}/**/*.txt") == [f"{folder}/a.txt", f"{folder}/b.txt", f"{folder}/sub/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "notes[1].txt").write_text("x")
    assert uris(tmp_path / "notes[1].txt") == [f"{tmp_path}/notes[1].txt"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"It began in 1990.")))
    (found,) = find(["-"])
    assert isinstance(found, Source)
    assert (found.uri, found.data) == ("-", b"It began in 1990.")


def test_what_is_not_there(tmp_path: Path) -> None:
    assert problems(tmp_path / "nope") == [("missing", f"There is no file or folder {tmp_path}/nope.")]
    assert [code for code, _ in problems(tmp_path, f"{tmp_path}/*.md", "a\0b")] == [
        "no-documents",
        "missing",
        "missing",
    ]


def test_pipes_do_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert [code for code, _ in problems(tmp_path / "pipe", tmp_path)] == ["not-a-file", "aside", "no-documents"]


def test_what_lies_in_a_folder_and_is_no_file_is_told(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "around").symlink_to(folder)
    (folder / "device").symlink_to("/dev/null")
    assert problems(folder) == [
        ("aside", "It is a link to a folder, which may lead round in a circle; name it itself to read it."),
        ("aside", "It is a device, not a file."),
        ("aside", "It is a pipe, not a file; give it as standard input."),
    ]
    assert uris(folder / "around") == [f"{folder}/around/{name}" for name in ("a.txt", "b.txt", "sub/c.txt")]


@pytest.mark.skipif(os.geteuid() == 0, reason="the super-user may read everything")
def test_a_folder_that_may_not_be_read(folder: Path) -> None:
    (folder / "sub").chmod(0)
    assert [code for code, _ in problems(folder)] == ["unreadable"]
    (folder / "sub").chmod(0o700)


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert [code for code, _ in problems(tmp_path)] == ["missing"]


def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x")
    (uri,) = uris(tmp_path)
    assert uri == f"{tmp_path}/caf\\xe9.txt"
    assert uri.encode("utf-8")
