"""Which mentions are one event, across documents: `python tests/bench/coref.py PATH/TO/eval [split …]`.

Reads `events/ecbplus.jsonl` and `score_coref.py` of the folder. Mentions are given: each is a claim with the
mention as its title, its head word as the trigger and the capitalised words of its sentence as names; none is dated.
Documents are given whole: a sentence without a mention is a claim without a happening, which says what its document is
about and is in no score. Prints one line for each half of a split: topics whose number leaves 2 when divided by three
were never read while rules were written.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from timeline.link.partition import partition
from timeline.link.words import vocabulary
from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.model.participant import Participant

PARTICLES = """
in into on up out off down over away back to of at for with it her him herself himself them their against from by under
about as
"""
NAME = re.compile(r"[A-Z][\w'-]*")


def head(mention: str) -> str:
    """`checked herself into` → `checked`; `court case` → `case`."""
    words: list[str] = re.findall(r"[\w'-]+", mention.lower()) or [mention]
    while len(words) > 1 and words[-1] in PARTICLES.split():
        words.pop()
    while len(words) > 1 and words[0] in PARTICLES.split():
        words.pop(0)
    return words[0] if len(words) > 1 and words[1] in PARTICLES.split() else words[-1]


def names(quote: str) -> tuple[Participant, ...]:
    stop = vocabulary("en").stop
    found = [m for m in NAME.finditer(quote) if m[0].lower() not in stop]
    return tuple(Participant(m[0].lower(), "person", "who", m.start(), m.end(), m[0]) for m in found)


def claims(document: dict[str, Any]) -> Iterator[tuple[Claim, str]]:
    """Each event mention as a claim, with its gold cluster."""
    spans = {number: (start, end) for number, start, end in document["sentences"]}
    for mention in document["mentions"]:
        if mention["kind"] != "event" or not mention["validated"]:
            continue
        start, end = spans[mention["sent"]]
        quote = document["text"][start:end]
        key = content_key(document["doc"], mention["id"], mention["start"])
        trigger = vocabulary("en").forms.get(head(mention["text"]), head(mention["text"]))
        found = Claim(
            key, document["doc"], start, end, quote, mention["text"], trigger=trigger, participants=names(quote)
        )
        yield found, mention["cluster"]


def background(document: dict[str, Any]) -> Iterator[Claim]:
    """The sentences without a mention; a line that is an address is none."""
    told = {mention["sent"] for mention in document["mentions"] if mention["kind"] == "event" and mention["validated"]}
    for number, start, end in document["sentences"]:
        quote = document["text"][start:end]
        if number not in told and not quote.startswith("http"):
            yield Claim(content_key(document["doc"], number), document["doc"], start, end, quote, "")


def measure(split: str, documents: list[dict[str, Any]], score: Callable[[Any, Any], dict[str, float]]) -> None:
    """One line of the table."""
    gold = dict(pair for document in documents for pair in claims(document))
    told = sorted((*gold, *(claim for document in documents for claim in background(document))), key=lambda c: c.key)
    facts = {document["doc"]: DocumentFacts(document["doc"], document["doc"]) for document in documents}
    began = time.process_time()
    groups = partition(told, facts, {})
    spent = time.process_time() - began
    ours = {told[n].key: number for number, group in enumerate(groups) for n in group if told[n] in gold}
    found = score({claim.key: cluster for claim, cluster in gold.items()}, ours)
    figures = (f"{100 * found[name]:8.1f}" for name in ("MUC", "B3", "CEAFe", "CoNLL", "B3p", "B3r"))
    print(f"{split:>12} {len(gold):8}", *figures, f"{spent:8.1f}")


def main(folder: Path, splits: list[str]) -> None:
    sys.path.insert(0, str(folder))
    from score_coref import score  # type: ignore[import-not-found]

    documents = [json.loads(line) for line in (folder / "events" / "ecbplus.jsonl").open(encoding="utf-8")]
    heads = ("mentions", "MUC", "B3", "CEAFe", "CoNLL", "B3 P", "B3 R", "seconds")
    print(f"{'split':>12}", *(f"{head:>8}" for head in heads))
    for split in splits:
        chosen = [document for document in documents if document["split"] == split]
        measure(split, chosen, score)
        measure(f"{split} read", [document for document in chosen if document["topic"] % 3 != 2], score)
        measure(f"{split} unread", [document for document in chosen if document["topic"] % 3 == 2], score)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["train", "dev"])
