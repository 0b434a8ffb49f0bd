"""How fast text is tagged and resolved, in multiples of one bare year regex: python …/speed_tagging.py NEWS.jsonl

NEWS.jsonl holds `{"text": …}` lines. One process, CPU time, the best of some rounds taken in turn (the machine may be
shared). Y is one pass of a bare four-digit `re.findall` over the same text. Also: the time to load a language, and the
memory at the end.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline.languages import load
from timeline.model.document import Published
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

_LOAD = """
import time; start = time.process_time()
from timeline.languages import load
from timeline.tag import tag
tag("Monday", load("en"))
print(time.process_time() - start)
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("news", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--limit", type=int, default=0, help="documents; 0 is all")
    options = arguments.parse_args()
    lines = options.news.read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[: options.limit or None]]
    size = sum(map(len, texts))
    language = load("en")
    given = Published(Interval.parse("2011-06-15"), "given")
    year = re.compile(r"\b\d{4}\b")
    runs: dict[str, Callable[[], object]] = {
        "Y": lambda: [year.findall(text) for text in texts],
        "tag": lambda: [len(tag(text, language, "news")) for text in texts],
        "tag and resolve": lambda: [
            len(resolve(tag(text, language, "news"), text, language, given, "news")) for text in texts
        ],
        "the same, auto": lambda: [len(resolve(tag(text, language), text, language, given)) for text in texts],
    }
    best = {name: float("inf") for name in runs}
    for _ in range(options.rounds):
        for name, run in runs.items():
            start = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - start)
    print(f"{len(texts)} documents, {size / 1e6:.1f} M characters")
    for name, seconds in best.items():
        print(f"{name:18} {seconds:7.2f} s  {size / seconds / 1e6:6.1f} Mchar/s  {seconds / best['Y']:5.1f} Y")
    load_times = [
        float(subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, check=True).stdout) for _ in range(3)
    ]
    print(f"load a language and tag one word: {1000 * min(load_times):.0f} ms")
    print(f"largest resident size: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
