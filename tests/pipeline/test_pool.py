from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.pipeline.stages import initial, obedient
from tests.read import samples
from timeline.errors import LanguageError, TimelineError
from timeline.pipeline import Limits, Options, Outcome, run
from timeline.read import Source

SMALL = Limits(seconds=1.0, memory=200 << 20)


def sources(*texts: str) -> list[Source]:
    return [Source(f"{n}.txt", data=text.encode()) for n, text in enumerate(texts)]


def outcomes(*texts: str, jobs: int = 2) -> list[Outcome]:
    return list(run(sources(*texts), Options(), jobs=jobs, limits=SMALL, stages=obedient))


def told(found: list[Outcome]) -> list[str]:
    return [outcome.state if outcome.result else outcome.problems[0].code for outcome in found]


MANY = ["It began in 1990."] * 20


def test_each_hostile_document_costs_itself_alone() -> None:
    hostile = ["die", "exit", "eat", "hang-in-c", "raise oh", "hang", "shout"]
    texts = MANY + [text for one in hostile for text in [one, *MANY[:5]]]
    found = outcomes(*texts)
    assert [outcome.uri for outcome in found] == [f"{n}.txt" for n in range(len(texts))]
    expected = ["killed", "crashed", "memory", "timeout", "fault", "timeout", "done"]
    assert told(found) == ["done"] * 20 + [code for one in expected for code in [one, *["done"] * 5]]


@pytest.mark.parametrize("command", ["die", "hang-in-c", "eat"])
def test_an_attachment_that_takes_too_much_costs_itself_alone(command: str) -> None:
    letter = samples.EML.replace("The toll ended in 1901.", command)
    sources = [Source("a.eml", data=letter.encode()), Source("b.eml", data=command.encode(), format="eml")]
    (first, second) = run(sources, Options(), jobs=1, limits=SMALL, stages=obedient)
    assert [result.document.text[:10] for result in first.results] == ["The bridge"]
    assert (first.state, [problem.code for problem in first.problems]) == ("partial", ["attachments"])
    assert (second.state, len(second.problems)) == ("failed", 1)


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_outcomes_come_in_order_however_many_jobs(jobs: int) -> None:
    texts = ["sleep 0.2", *MANY, "sleep 0.1", *MANY, *(f"sentence {n}" for n in range(100))]
    found = list(run(sources(*texts), Options(), jobs=jobs, stages=obedient))
    assert [outcome.result.document.text for outcome in found if outcome.result] == texts


@pytest.mark.parametrize("jobs", [0, 1])
def test_what_the_caller_wants_is_made_where_it_was_understood(jobs: int) -> None:
    found = list(run(sources(*MANY), Options(), jobs=jobs, stages=obedient, ready=initial))
    assert {outcome.result == f"I in {os.getpid()}" for outcome in found} == {not jobs}
    assert {outcome.result[:5] for outcome in found} == {"I in "}


def test_nothing_is_begun_far_ahead_of_what_is_taken() -> None:
    begun = 0

    def endless() -> Iterator[Source]:
        nonlocal begun
        while True:
            begun += 1
            yield Source(f"{begun}.txt", data=b"x" * 5000)

    running = run(endless(), Options(), jobs=2, stages=obedient)
    for _ in range(100):
        next(running)
    assert begun < 1000
    getattr(running, "close")()  # noqa: B009


def children() -> set[int]:
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        if stat.rpartition(")")[2].split()[1] == str(os.getpid()):
            found.add(int(folder.name))
    return found


def test_closing_the_iterator_leaves_no_process_behind() -> None:
    before = children()
    running = run(sources(*MANY, "hang", *MANY), Options(), jobs=2, stages=obedient)
    next(running)
    assert children() - before
    getattr(running, "close")()  # noqa: B009
    assert not children() - before


def test_known_bytes_are_not_read_again() -> None:
    asked: list[str] = []

    def known(digests: Sequence[str]) -> dict[str, set[str]]:
        asked.extend(digests)
        return {digests[1]: {"1.txt"}, digests[2]: {"other.txt"}}

    told = sources("It began.", "raise x", "raise y")
    found = list(run(told, Options(), known=known, stages=obedient))
    assert [outcome.state for outcome in found] == ["done", "unchanged", "unchanged"]
    assert [outcome.is_copy for outcome in found] == [False, False, True]
    assert [outcome.sha256 for outcome in found[1:]] == asked[1:]


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_broken_language_is_no_documents_fault(jobs: int) -> None:
    with pytest.raises(LanguageError, match="breaks a rule") as caught:
        outcomes(*MANY, "speak xx", *MANY, jobs=jobs)
    assert caught.value.file == "xx.toml"


def test_a_document_that_is_too_large_for_the_pipe_passes() -> None:
    found = outcomes("x " * 3_000_000, *MANY)
    assert told(found) == ["done"] * 21


SCRIPT = """
import sys
from tests.pipeline.stages import initial, obedient
from tests.read import samples
from timeline.pipeline import Options, run
from timeline.read import Source
texts = ["It began."] * 40 + ["sleep 20"] * 40
sources = [Source(f"{n}.txt", data=text.encode()) for n, text in enumerate(texts)]
for outcome in run(sources, Options(), jobs=2, stages=obedient):
    print(outcome.uri, flush=True)
"""


def test_ctrl_c_ends_it_at_once_and_a_script_needs_no_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    assert process.stdout
    assert process.stdout.readline() == b"0.txt\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode in (1, 130, -signal.SIGINT)
    assert errors.count(b"Traceback") == 1


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.replace("sleep 20", "sleep 0.3"))
    mark = f"TEST_OF_POOL={tmp_path}"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TEST_OF_POOL": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"0.txt\n"
        assert len(marked(mark)) > 1
        process.kill()
    for _ in range(100):
        if not marked(mark):
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived its parent")


def marked(mark: str) -> list[str]:
    """Processes with such a variable."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(folder.name)
        except OSError:
            continue
    return found


def test_workers_that_cannot_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if "site-packages" not in entry][:0])
    with pytest.raises(TimelineError, match="do not start"):
        outcomes(*MANY)
