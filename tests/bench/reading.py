"""What adding costs: `python -m tests.bench.reading [--documents N] [--megabytes M] [--folder DIR]`.

Processor time, since a machine is seldom idle: of each tenth of many small documents (does the rate fall as the
database grows?), of the linking behind them, of one and of two workers (what is the most that two free cores can
give?), of the same once more when nothing has changed, and of one large text and one large line. Processor time is no
fixed measure either: beside a busy neighbour a core of many a machine does little more than half. So the same little
sum is done all the while, and each tenth is told in the time that it takes where the sum takes its least.

What two workers gain on the clock means something on an idle machine alone, and no more than two processes that share
nothing gain there, which is told beside it; documents that only wait show whether the workers are kept fed. Memory is
that of all processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from tests.pipeline.stages import obedient
from timeline import library
from timeline.model.step import Step
from timeline.pipeline import Options, run
from timeline.read import Source

_WORDS = "the a river bridge town council engineer opened closed sold built near after before old new king train"
WORDS = _WORDS.split()
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def sentence(chance: random.Random) -> str:
    """Something like news: a date in every third sentence."""
    words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(8, 22)))
    when = f" on {chance.randint(1, 28)} March {chance.randint(1850, 2020)}" if chance.random() < 0.33 else ""
    return f"{words.capitalize()}{when}."


def text(chance: random.Random, size: int) -> str:
    """About so many characters of it."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(sentence(chance))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def little_sum() -> float:
    """Seconds of processor time of some work that is always the same."""
    start = time.thread_time()
    sum(n * n % 7 for n in range(5_000))
    return time.thread_time() - start


class Mark(NamedTuple):
    """One moment of a run."""

    clock: float
    """Seconds of the clock."""
    here: float
    """Seconds of processor time of this thread: the one that looks at the memory takes some too."""
    workers: dict[int, float]
    """Of each worker."""
    resident: int
    """Bytes of all of them."""


def mark() -> Mark:
    """Now."""
    workers, resident = {}, 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if folder.name == str(os.getpid()) or stat[1] == str(os.getpid()):
            resident += int(stat[21]) * PAGE
        if stat[1] == str(os.getpid()):
            workers[int(folder.name)] = (int(stat[11]) + int(stat[12])) / TICKS
    return Mark(time.perf_counter(), time.thread_time(), workers, resident)


class Peak(threading.Thread):
    """Looks at the memory of all processes, and how fast the machine is, five times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self.sums: list[tuple[float, float]] = []
        self.over = threading.Event()

    def run(self) -> None:
        """Until it is over."""
        while not self.over.wait(0.2):
            self.most = max(self.most, mark().resident)
            self.sums.append((time.perf_counter(), little_sum()))

    def slowness(self, one: Mark, other: Mark) -> float:
        """Of the machine between two marks: how many times its least a little sum took."""
        between = [took for when, took in self.sums if one.clock <= when <= other.clock]
        return statistics.mean(between) / min(took for _, took in self.sums) if between else 1.0


def added(database: Path, folder: Path, jobs: int, *, tenths: int = 0) -> tuple[list[Mark], Peak]:
    """Add a folder; the marks at its start and after each tenth, and who looked on."""
    marks = [mark()]

    def progress(step: Step) -> None:
        if tenths and step.done % tenths == 0:
            marks.append(mark())

    peak = Peak()
    peak.start()
    with library.open(database) as timeline:
        report = timeline.add(folder, jobs=jobs, progress=progress)
    peak.over.set()
    marks.append(mark())
    spent, took = marks[-1].here - marks[0].here, marks[-1].clock - marks[0].clock
    print(f"{folder.name}, {jobs} at work: {spent:.1f} s here, {took:.1f} s on the clock, peak {peak.most >> 20} MB")
    print(f"    {report.inputs}, {report.claims} claims, {report.events} events")
    return marks, peak


def small(folder: Path, documents: int) -> None:
    """Many small documents: the rate of each tenth, two workers, the same again."""
    chance = random.Random(1)
    corpus = folder / "small"
    for number in range(documents):
        below = corpus / f"{number // 1000:04}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{number % 1000:03}.txt").write_text(f"{number}. {text(chance, 500)}")
    marks, peak = added(folder / "small.db", corpus, 1, tenths=documents // 10)
    slow = [peak.slowness(one, other) for one, other in pairwise(marks[:-1])]
    costs = [cost(one, other) for one, other in pairwise(marks[:-1])]
    for number, ((here, there), now, slowness) in enumerate(zip(costs, marks[1:], slow, strict=False), 1):
        times = f"{here:7.2f} s here, {sum(there):7.2f} s in the worker"
        print(f"    tenth {number:2}: {times}, {now.resident >> 20} MB then, the machine {slowness:.2f} times as slow")
    print(f"    linking and the indexes behind them: {marks[-1].here - marks[-2].here:.1f} s here")
    whole = sum(here + sum(there) for here, there in costs)
    costs = costs[1:]  # the first has the start of the worker in it
    first, last = (sum(costs[place][1]) + costs[place][0] for place in (0, -1))
    even = first / slow[1] / (last / slow[-1])
    print(
        f"    the last tenth has {100 * first / last:.0f} % of the second's rate, on an even machine {100 * even:.0f} %"
    )
    parent, (worker, *_) = sum(here for here, _ in costs), [sum(sum(there) for _, there in costs)]
    print(f"    two workers on two free cores: at most {2 * worker / (parent + worker):.2f} times one")
    both, _ = added(folder / "both.db", corpus, 2, tenths=documents // 10)
    clocks = [run[-2].clock - run[1].clock for run in (marks, both)]
    print(f"    on the clock, the first tenth and linking left out: {clocks[0] / clocks[1]:.2f} times one")
    print(f"    two processes that share nothing do {apart():.2f} times the work of one on this machine now")
    print(f"    two workers whose documents only wait: {fed(1) / fed(2):.2f} times one on the clock")
    before = mark().here
    added(folder / "small.db", corpus, 1)
    print(f"    again, unchanged: {whole / (mark().here - before):.0f} times faster, the linking of the first left out")


def apart() -> float:
    """What two processes gain on the clock where neither waits for anything."""
    command = (sys.executable, "-c", "import time; start = time.perf_counter()\n"
               "for n in range(10_000_000): n * n % 7\nprint(time.perf_counter() - start)")  # fmt: skip
    took: list[list[float]] = []
    for count in (1, 2):
        started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
        took.append([float(process.communicate()[0]) for process in started])
    return 2 * took[0][0] / statistics.mean(took[1])


def fed(jobs: int) -> float:
    """Seconds of the clock for a thousand documents that take four milliseconds of waiting each."""
    sources = [Source(f"{n}.txt", data=b"sleep 0.004") for n in range(1500)]
    outcomes = run(sources, Options(), jobs=jobs, stages=obedient)
    for _ in range(500):
        next(outcomes)
    start = time.perf_counter()
    for _ in outcomes:
        pass
    return time.perf_counter() - start


def cost(one: Mark, other: Mark) -> tuple[float, list[float]]:
    """Processor time between two marks: of this process, of each worker."""
    return other.here - one.here, [spent - one.workers.get(pid, 0.0) for pid, spent in other.workers.items()]


def large(folder: Path, megabytes: int) -> None:
    """One text, and one line."""
    chance = random.Random(2)
    paragraphs = [text(chance, 1000) for _ in range(1000)]
    endless: Iterator[str] = iter(lambda: chance.choice(paragraphs), "")
    whole = "\n\n".join(islice(endless, megabytes * 1000))
    for name, content in (("text", whole), ("line", json.dumps({"text": whole}) + "\n")):
        (folder / name).mkdir()
        (folder / name / f"large.{'txt' if name == 'text' else 'jsonl'}").write_text(content)
        added(folder / f"{name}.db", folder / name, 1)


def main() -> None:
    """All of it, in a folder that is taken away again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="Where to put the files; a temporary one unless told.")
    told = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=told.folder))
    try:
        if told.documents:
            small(folder, told.documents)
        if told.megabytes:
            large(folder, told.megabytes)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
