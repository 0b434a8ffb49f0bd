"""Timelines of one entity: `python tests/bench/semeval.py PATH/TO/eval`.

Reads `events/semeval_documents.jsonl`, `semeval_timelines.jsonl` and `score_semeval.py` of the folder. From raw text,
each document goes through the pipeline, the claims that name the entity and report something are linked, and every
event is a row. Two ways: `dated`, as documents are read by default; `whole`, with every deed of every sentence, dated
by its document where nothing better is known, which is how the task's own timelines were made.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline.link import link
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.pipeline.options import Options
from timeline.pipeline.process import process
from timeline.temporal.interval import Interval

Row = tuple[int, str, list[str]]
"""Position, anchor, mentions."""
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def understand(document: dict[str, Any], *, whole: bool) -> tuple[Claim, ...]:
    when = Published(Interval.parse(document["dct"]), "metadata")
    text = document["text"]
    made = Document(document["doc"], document["doc"], text, "record", "", "", title=document["title"], published=when)
    return tuple(process(made, Options(genre="news", whole=whole)).claims)


def names(claim: Claim, entity: str) -> bool:
    """Some actor is the entity, or the clause names it."""
    said = [claim.title, *(participant.name for participant in claim.participants)]
    return any(word_set(entity) <= word_set(words) for words in said)


def happened(claim: Claim) -> bool:
    return claim.status == "reported" and not claim.negated


def anchor(when: Interval | None, padded: bool) -> str:
    """The date as the task writes it: in one part of it, `2008-03-XX` for a month."""
    found = DAY.match(when.edtf) if when else None
    if found is None:
        return "XXXX-XX-XX"
    return found[0] + "-XX" * ((10 - len(found[0])) // 3) if padded else found[0]


def rows(events: Iterable[Event], documents: dict[str, dict[str, Any]], padded: bool) -> Iterator[Row]:
    """In order of date; events of one date share a position."""
    position, last = 0, ""
    for event in events:
        when = anchor(event.when, padded)
        mentions = [told for claim in event.claims if (told := mention(claim, documents[claim.document]))]
        if event.when is None or not mentions:
            continue
        position, last = position + (when != last), when
        yield position, when, mentions


def mention(claim: Claim, document: dict[str, Any]) -> str | None:
    """`document-sentence-word`."""
    start, end = claim.trigger_start, claim.trigger_end
    if start is None or end is None:
        return None
    return named(document, start, end)


def named(document: dict[str, Any], start: int, end: int) -> str:
    sentence = next((number for number, first, last in document["sentences"] if first <= start < last), None)
    return f"{document['doc']}-{sentence}-{document['text'][start:end]}"


def word_set(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def gold(timeline: dict[str, Any]) -> Iterator[Row]:
    for row in timeline["timeline"]:
        yield row["pos"], row["anchor"], [f"{m['doc']}-{m['sent']}-{m['text']}" for m in row["mentions"]]


def write(path: Path, entity: str, found: Iterable[Row]) -> None:
    lines = ["\t".join([str(position), when, *mentions]) for position, when, mentions in found]
    path.write_text("\n".join([entity, *lines]), encoding="utf-8")


def timeline_rows(entity: str, own: dict[str, dict[str, Any]], claims: dict[str, tuple[Claim, ...]]) -> list[Row]:
    """Rows of one entity's timeline."""
    padded = next(iter(own.values()))["set"].startswith("corpus")
    about = [claim for key in own for claim in claims[key] if names(claim, entity) and happened(claim)]
    return list(rows(link(about, {key: DocumentFacts(key, key) for key in own}), own, padded))


def main(folder: Path) -> None:
    sys.path.insert(0, str(folder))
    import score_semeval  # type: ignore[import-not-found]

    documents = [json.loads(line) for line in (folder / "events/semeval_documents.jsonl").open(encoding="utf-8")]
    timelines = [json.loads(line) for line in (folder / "events/semeval_timelines.jsonl").open(encoding="utf-8")]
    ways = {
        name: {document["doc"]: understand(document, whole=name == "whole") for document in documents}
        for name in ("dated", "whole")
    }
    print(f"{'part':12} {'way':6} {'timelines':>9} {'P':>6} {'R':>6} {'F1':>6}")
    for part in sorted({document["set"] for document in documents}):
        own = {document["doc"]: document for document in documents if document["set"] == part}
        chosen = [timeline for timeline in timelines if timeline["set"] == part]
        for way, claims in ways.items():
            with tempfile.TemporaryDirectory() as place:
                wanted, given = Path(place, "wanted"), Path(place, "given")
                wanted.mkdir()
                given.mkdir()
                for number, timeline in enumerate(chosen):
                    entity = timeline["entity"]
                    write(wanted / str(number), entity, gold(timeline))
                    write(given / str(number), entity, timeline_rows(entity, own, claims))
                precision, recall, f1, *_ = score_semeval.score(str(wanted), str(given))
            print(f"{part:12} {way:6} {len(chosen):9} {100 * precision:6.2f} {100 * recall:6.2f} {100 * f1:6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
