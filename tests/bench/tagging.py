"""Score the tagger on time-tagged corpora: python …/tagging.py EVAL_FOLDER [--out FOLDER] [--genre auto] [corpus …]

EVAL_FOLDER holds `score_timex.py` and `tagging/<corpus>.jsonl`, a document a line: `{"id", "dct", "text", "timexes"}`.
Every third document (index % 3 == 2) was not read while rules were written: its row is the held-out one.
In the rows `auto` the program chose the genre itself.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.errors import InputError
from timeline.languages import load
from timeline.model.document import Published
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

GENRES = {"tbaq": "news", "wikiwars": "narrative", "tweets": "colloquial"}
PARTS = {"all": (0, 1, 2), "read": (0, 1), "held out": (2,)}
COLUMNS = ("strict_F1", "relaxed_F1", "type_F1", "value_F1", "date_F1")


def predict(document: dict[str, Any], genre: str) -> dict[str, Any]:
    """The document's time expressions, in the scorer's form."""
    language = load("en")
    text = document["text"]
    mentions = resolve(tag(text, language, genre), text, language, published(document.get("dct")), genre)
    return {
        "id": document["id"],
        "timexes": [
            {
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "type": m.type,
                "value": m.value,
                "mod": m.mod,
                "rule": m.rule,
            }
            for m in mentions
        ],
    }


def published(dct: str | None) -> Published | None:
    """The given document date; a time of day is left out."""
    try:
        return Published(Interval.parse(dct[:10]), "given") if dct else None
    except InputError:
        return None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("corpora", nargs="*", default=list(GENRES))
    arguments.add_argument("--genre", default="", help="one genre for all corpora, instead of each its own")
    arguments.add_argument("--out", type=Path, help="where to write predictions, one <corpus>.jsonl each")
    options = arguments.parse_args()
    scorer = _scorer(options.folder / "score_timex.py")
    print(f"{'corpus':10} {'part':9} {'docs':>5} " + " ".join(f"{name.removesuffix('_F1'):>8}" for name in COLUMNS))
    for corpus in options.corpora:
        path = options.folder / "tagging" / f"{corpus}.jsonl"
        gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        found = [predict(document, options.genre or GENRES[corpus]) for document in gold]
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / path.name).write_text("".join(json.dumps(line) + "\n" for line in found), "utf-8")
        for part, keep in PARTS.items():
            _print_row(scorer, corpus, part, [d for number, d in enumerate(gold) if number % 3 in keep], found)
        if not options.genre:
            chosen = [predict(document, "auto") for document in gold]
            _print_row(scorer, corpus, "auto", gold, chosen)
            _print_row(scorer, corpus, "auto held", [d for number, d in enumerate(gold) if number % 3 == 2], chosen)


def _print_row(scorer: ModuleType, corpus: str, part: str, gold: Sequence[Any], found: Sequence[Any]) -> None:
    row = scorer.score(gold, found)
    print(f"{corpus:10} {part:9} {len(gold):5} " + " ".join(f"{100 * row[name]:8.2f}" for name in COLUMNS))


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
