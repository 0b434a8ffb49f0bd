"""Timelines of one entity: `python tests/bench/semeval.py PATH/TO/eval`.

Reads `events/semeval_documents.jsonl`, `semeval_timelines.jsonl` and `score_semeval.py` of the folder. From raw text,
two ways: `claims`, each document goes through the pipeline, the claims that name the entity are linked, and every event
is a row; `told`, every happening in a sentence that names the entity is a row, under the date of the sentence's claim
or else of the document, which is how the task's own timelines were made.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline.extract.claims import scene_of
from timeline.extract.scene import parsed
from timeline.languages import load
from timeline.link import link
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.pipeline.options import Options
from timeline.pipeline.process import process
from timeline.segment import segment
from timeline.temporal.interval import Interval

Row = tuple[int, str, list[str]]
"""Position, anchor, mentions."""
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def understand(document: dict[str, Any]) -> tuple[Claim, ...]:
    when = Published(Interval.parse(document["dct"]), "metadata")
    text = document["text"]
    made = Document(document["doc"], document["doc"], text, "record", "", "", title=document["title"], published=when)
    return process(made, Options(genre="news")).claims


def names(claim: Claim, entity: str) -> bool:
    """Some actor is the entity, or the clause names it."""
    said = [claim.title, *(participant.name for participant in claim.participants)]
    return any(word_set(entity) <= word_set(words) for words in said)


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


def told(document: dict[str, Any], claims: Iterable[Claim], entity: str) -> Iterator[tuple[Interval, str]]:
    """Date and mention of each happening in the sentences that name the entity."""
    language, text, wanted = load("en"), document["text"], word_set(entity)
    published = Published(Interval.parse(document["dct"]), "metadata")
    made = Document(document["doc"], document["doc"], text, "record", "", "", published=published)
    scene = scene_of(made, segment(text, language), language)
    dates = {claim.start: claim.when for claim in claims if claim.when is not None}
    for sentence in scene.memory.sentences:
        if not wanted <= word_set(text[sentence.start : sentence.end]):
            continue
        cut = parsed(scene, sentence, [])
        for one in cut.predicates:
            if one.form in ("finite", "noun") and not one.state and one.tense not in ("future", "conditional"):
                start, end = cut.sentence.starts[one.head], cut.sentence.ends[one.head]
                yield dates.get(sentence.start, published.when), named(document, start, end)


def told_rows(found: Iterable[tuple[Interval, str]], padded: bool) -> Iterator[Row]:
    position, last = 0, ""
    for when, happening in sorted(found, key=lambda pair: (pair[0].sort_key, pair[1])):
        day = anchor(when, padded)
        if day != "XXXX-XX-XX":
            position, last = position + (day != last), day
            yield position, day, [happening]


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


def timeline_rows(
    way: str, entity: str, own: dict[str, dict[str, Any]], claims: dict[str, tuple[Claim, ...]]
) -> list[Row]:
    """Rows of one entity's timeline."""
    padded = next(iter(own.values()))["set"].startswith("corpus")
    if way == "told":
        found = (pair for key, document in own.items() for pair in told(document, claims[key], entity))
        return list(told_rows(found, padded))
    about = [claim for key in own for claim in claims[key] if names(claim, entity)]
    return list(rows(link(about, {key: DocumentFacts(key, key) for key in own}), own, padded))


def main(folder: Path) -> None:
    sys.path.insert(0, str(folder))
    import score_semeval  # type: ignore[import-not-found]

    documents = [json.loads(line) for line in (folder / "events/semeval_documents.jsonl").open(encoding="utf-8")]
    timelines = [json.loads(line) for line in (folder / "events/semeval_timelines.jsonl").open(encoding="utf-8")]
    claims = {document["doc"]: understand(document) for document in documents}
    print(f"{'part':12} {'way':6} {'timelines':>9} {'P':>6} {'R':>6} {'F1':>6}")
    for part in sorted({document["set"] for document in documents}):
        own = {document["doc"]: document for document in documents if document["set"] == part}
        chosen = [timeline for timeline in timelines if timeline["set"] == part]
        for way in ("claims", "told"):
            with tempfile.TemporaryDirectory() as place:
                wanted, given = Path(place, "wanted"), Path(place, "given")
                wanted.mkdir()
                given.mkdir()
                for number, timeline in enumerate(chosen):
                    entity = timeline["entity"]
                    write(wanted / str(number), entity, gold(timeline))
                    write(given / str(number), entity, timeline_rows(way, entity, own, claims))
                precision, recall, f1, *_ = score_semeval.score(str(wanted), str(given))
            print(f"{part:12} {way:6} {len(chosen):9} {100 * precision:6.2f} {100 * recall:6.2f} {100 * f1:6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
