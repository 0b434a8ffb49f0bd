"""How fast text is read, tagged, resolved and understood: python tests/bench/speed_tagging.py NEWS.jsonl

NEWS.jsonl holds `{"text": …}` lines. One process, CPU time, the best of some rounds taken in turn (the machine may be
shared). Y is one pass of a bare four-digit `re.findall` over the same text. Also: the time to load a language and tag a
word in a fresh process, and the largest memory after a third of the documents and after all.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from timeline.languages import load
from timeline.model.document import Published
from timeline.pipeline.one import Way, understanding
from timeline.pipeline.options import Options
from timeline.pipeline.turns import Steps, groups, in_turns
from timeline.read import Source, find, unpack
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

_LOAD = """
import time; start = time.process_time()
from timeline.languages import load
from timeline.tag import tag
tag("Monday", load("en"))
print(time.process_time() - start)
"""
_LOADS = 9
GIVEN = Published(Interval.parse("2011-06-15"), "given")
YEAR = re.compile(r"\b\d{4}\b")
LANGUAGE = load("en")


def claims(file: Path, options: Options) -> Iterator[int]:
    """How many claims each document of a file makes: the whole way from bytes on the disk, as a worker goes it."""
    sources = (source for source in find([str(file)]) if isinstance(source, Source))
    parts = (part for source in sources for part in unpack(source, options.reading) if isinstance(part, Source))
    for group in groups((part, part.size) for part in parts):
        for outcome in in_turns(understanding(part, Way(options)) for part in group):
            yield from (len(result.claims) for result in outcome.results)


def placed(text: str, genre: str) -> Steps[int]:
    """How many times a text tells, in the steps in which a worker finds them."""
    expressions = tag(text, LANGUAGE, genre)
    yield
    return len(resolve(expressions, text, LANGUAGE, GIVEN, genre))


def times(texts: list[str], genre: str) -> int:
    """The same of many texts, some of them side by side, as a worker takes them."""
    together = groups((text, len(text)) for text in texts)
    return sum(sum(in_turns(placed(text, genre) for text in group)) for group in together)


def runs(file: Path, texts: list[str]) -> dict[str, Callable[[], object]]:
    """What is timed."""
    options = Options(language="en")
    return {
        "Y": lambda: [len(YEAR.findall(text)) for text in texts],
        "segment": lambda: [len(segment(text, LANGUAGE)) for text in texts],
        "tag": lambda: [len(tag(text, LANGUAGE, "news")) for text in texts],
        "tag and resolve": lambda: times(texts, "news"),
        "the same, auto": lambda: times(texts, "auto"),
        "read to claims": lambda: sum(claims(file, options)),
    }


def load_times() -> list[float]:
    """Seconds in fresh processes, of a program whose modules are compiled, as those of an installed one are."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        command = [sys.executable, "-c", _LOAD]
        told = [
            subprocess.run(command, capture_output=True, check=True, env=environment).stdout for _ in range(1 + _LOADS)
        ]
    return [float(seconds) for seconds in told[1:]]


def peak() -> float:
    """MB, the most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("news", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--limit", type=int, default=0, help="documents; 0 is all")
    options = arguments.parse_args()
    lines = options.news.read_text("utf-8").splitlines()[: options.limit or None]
    texts = [json.loads(line)["text"] for line in lines]
    size = sum(map(len, texts))
    print(f"{len(texts)} documents, {size / 1e6:.1f} M characters")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "news.jsonl"
        file.write_text("\n".join(lines[: len(lines) // 3]), "utf-8")
        sum(claims(file, Options(language="en")))
        third = peak()
        file.write_text("\n".join(lines), "utf-8")
        timed = runs(file, texts)
        best = dict.fromkeys(timed, float("inf"))
        for _ in range(options.rounds):
            for name, run in timed.items():
                start = time.process_time()
                run()
                best[name] = min(best[name], time.process_time() - start)
    for name, seconds in best.items():
        print(f"{name:18} {seconds:7.2f} s  {size / seconds / 1e6:6.1f} Mchar/s  {seconds / best['Y']:5.1f} Y")
    times = sorted(load_times())
    print(f"load a language and tag one word: {1000 * times[0]:.0f} ms, median {1000 * times[len(times) // 2]:.0f}")
    print(
        f"largest resident size: {third:.0f} MB after a third of the documents, {peak():.0f} MB after all, many times"
    )


if __name__ == "__main__":
    main()
