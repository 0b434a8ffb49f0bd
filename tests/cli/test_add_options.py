from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.read import samples

RECORD = {"words": "The bridge opened on 4 March 1890.", "day": "1991-05-03"}


def test_fields_are_told(run: Run) -> None:
    Path("a.json").write_text(json.dumps(RECORD))
    ran = run("--db", "t.db", "add", "a.json", "--field", "text=words", "--field", "published=day")
    assert ran.code == 0
    assert json.loads(run("--db", "t.db", "show", "-f", "json").out)[0]["evidence"][0]["published"] == "1991-05-03"


@pytest.mark.parametrize("pair", ["words", "text=", "=words", "colour=red"])
def test_a_field_that_documents_do_not_have(run: Run, pair: str) -> None:
    ran = run("--db", "t.db", "add", "x", "--field", pair)
    assert ran.code == 2
    assert "NAME=FIELD" in ran.err


def test_a_dry_run_lists_and_makes_nothing(run: Run) -> None:
    Path("a.txt").write_text("It began in 1990.")
    Path("b.jsonl").write_text(json.dumps({"id": 7, "text": "x"}) + "\n")
    Path("c.bin").write_bytes(bytes(range(256)))
    ran = run("--db", "t.db", "add", "--dry-run", "a.txt", "b.jsonl", "c.bin")
    assert ran.out == "text\ta.txt\njsonl\tb.jsonl#7\n"
    assert ran.code == 3
    assert "c.bin" in ran.err
    assert run("--db", "t.db", "add", "--dry-run", "c.bin").code == 1
    assert not Path("t.db").exists()


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (("--encoding", "nope"), 1, "no encoding 'nope'"),
        (("--watch", "-"), 2, "leave out --dry-run, --retry and -"),
        (("--watch", "-n"), 2, "leave out --dry-run, --retry and -"),
    ],
)
def test_what_cannot_be_meant(run: Run, options: tuple[str, ...], code: int, told: str) -> None:
    Path("a.txt").write_text("It began in 1990.")
    ran = run("--db", "t.db", "add", "a.txt", *options)
    assert ran.code == code
    assert told in ran.err
    assert not Path("t.db").exists()


def test_what_failed_is_read_once_more(run: Run) -> None:
    Path("a.txt").write_text("It began in 1990.")
    Path("b.txt").write_bytes(b"")
    assert run("--db", "t.db", "add", "a.txt", "b.txt").code == 3
    Path("b.txt").write_text("The mill burnt in 1900.")
    ran = run("--db", "t.db", "add", "--retry")
    assert ran.code == 0
    assert "2 documents" in ran.err
    assert "b.txt" not in run("--db", "t.db", "problems").out


@pytest.mark.parametrize("name", [b"a#b!c.txt", b"caf\xe9.txt", b"x [bold]\x1b[1m.txt"])
def test_files_of_any_name_are_read_once_more(run: Run, name: bytes) -> None:
    path = Path(os.fsdecode(b"./" + name))
    path.write_bytes(b"")
    assert run("--db", "t.db", "add", path, "a.txt").code == 1
    path.with_name("other.txt").write_text("The bridge opened on 4 March 1890.")
    assert run("--db", "t.db", "add", "other.txt", path).code == 3
    path.write_text("The mill burnt in 1900.")
    ran = run("--db", "t.db", "add", "--retry")
    assert (ran.code, "2 documents" in ran.err) == (0, True)


def test_what_came_in_part_is_read_once_more(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = samples.EML.replace('"note.txt"', '"note.pdf"').replace("The toll ended in 1901.", "%PDF-1.4 rubbish")
    Path("a.eml").write_text(letter)
    assert "1 partial" in run("--db", "t.db", "add", "a.eml").err
    assert "1 unchanged" in run("--db", "t.db", "add", "a.eml").err
    assert "1 partial" in run("--db", "t.db", "add", "--retry").err


def test_a_document_that_takes_too_much_fails_alone(run: Run) -> None:
    Path("a.docx").write_bytes(samples.docx(samples.paragraph("It began in 1990. " * 1_200_000)))
    Path("b.html").write_text("<html><p>The mill burnt in 1900.</p></html>")
    ran = run("--db", "t.db", "add", "a.docx", "b.html", "--doc-memory", "64")
    assert ran.code == 3
    assert "more than" in ran.err
    assert "1 document " in ran.err


def test_pruning_takes_away_what_is_gone(run: Run) -> None:
    for name in "ab":
        Path(f"{name}.txt").write_text(f"The mill {name} burnt in 1900.")
    run("--db", "t.db", "add", ".")
    Path("a.txt").unlink()
    assert "1 document " in run("--db", "t.db", "add", ".", "--prune").err


def test_own_names(run: Run) -> None:
    Path("a.txt").write_text("The mill of Lindholm burnt on 4 March 1890.")
    Path("names.csv").write_text("Lindholm,Great Lindholm,place\n")
    assert run("--db", "t.db", "add", "a.txt", "--gazetteer", "names.csv").code == 0
    (event,) = json.loads(run("--db", "t.db", "show", "-f", "json").out)
    assert "Great Lindholm" in event["actors"] + event["places"]
    Path("names.csv").write_text("Lindholm,x\n")
    ran = run("--db", "t.db", "add", "a.txt", "--gazetteer", "names.csv")
    assert ran.code == 1
    assert "Line 1 of names.csv" in ran.err


def test_many_failures_are_told_in_short(run: Run) -> None:
    for number in range(30):
        Path(f"{number}.txt").write_bytes(b"")
    ran = run("--db", "t.db", "add", *(f"{number}.txt" for number in range(30)))
    assert ran.err.count("It is empty.") == 20
    assert "… and 10 more" in ran.err


def test_a_folder_is_kept_in_step(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burnt in 1900.")
    command = [sys.executable, "-m", "timeline", "--db", str(tmp_path / "t.db"), "add", "--watch", str(folder)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    assert process.stderr.readline().startswith("1 document ")
    (folder / "b.txt").write_text("The bridge opened on 4 March 1890.")
    assert process.stderr.readline().startswith("2 documents ")
    process.stderr.readline()
    (folder / "a.txt").unlink()
    assert process.stderr.readline().startswith("1 document ")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130


def test_what_was_stopped_says_so_and_where_its_documents_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    Path("a.txt").write_text("The mill burned on 4 May 1990.")
    with monkeypatch.context() as patch:
        patch.setattr("timeline.store.Store.relink", stop)
        stopped = run("--db", "t.db", "add", "a.txt")
    assert (stopped.code, stopped.out) == (130, "")
    assert "the same command goes on" in stopped.err
    shown = run("--db", "t.db", "show")
    assert shown.code == 0
    assert "`timeline link`" in shown.err
    assert run("--db", "t.db", "link").code == 0
    assert "The mill burned" in run("--db", "t.db", "show").out
