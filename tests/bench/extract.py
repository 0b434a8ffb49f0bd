"""Measure extraction: one table a command. The corpora lie elsewhere; give their folder.

    python tests/bench/extract.py show FOLDER [-o SHOW.json]     one event a claim, in the form of `show -f json`
    python tests/bench/extract.py seeds FOLDER GOLD.json         each gold event: found, dated, named?
    python tests/bench/extract.py anchors ANCHORS.jsonl [--gold-times]   gold event: which time is it given?
    python tests/bench/extract.py timeset TIMESET.jsonl          recall of dated salient events, actors
    python tests/bench/extract.py sample NEWS.jsonl [-n 50] [--seed 1]   random claims to be judged by eye
    python tests/bench/extract.py speed NEWS.jsonl               Mchar/s of each stage, and multiples of one year scan

Every third document of a corpus (index % 3 == 2) is the unread part: its errors are counted, never looked at.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.errors import InputError
from timeline.extract import extract
from timeline.extract.claims import scene_of, timed_sentences
from timeline.extract.timing.moment import moment
from timeline.languages import load
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.expression import Fixed, TimeExpression
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence
from timeline.resolve import reference, resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

ENGLISH = load("en")


def document(name: str, text: str, published: str | None = None) -> Document:
    given = Published(Interval.parse(published[:10]), "given") if published else None
    return Document(name, name, text, "text", name, name, published=given)


def stages(found: Document, genre: str = "auto") -> tuple[Document, tuple[Sentence, ...], tuple[TimeMention, ...]]:
    sentences = segment(found.text, ENGLISH)
    expressions = tag(found.text, ENGLISH)
    published = found.published or reference.find(found, expressions, ENGLISH)
    mentions = resolve(expressions, found.text, ENGLISH, published, genre)
    return replace(found, published=published), sentences, mentions


def claims_of(found: Document) -> tuple[Claim, ...]:
    dated, sentences, mentions = stages(found)
    return extract(dated, sentences, mentions, ENGLISH)


def rows(path: str) -> Iterator[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def folder(path: str) -> Iterator[Document]:
    for file in sorted(Path(path).iterdir()):
        if file.suffix in (".txt", ".md"):
            yield document(file.name, file.read_bytes().decode("utf-8"))


def line(claim: Claim) -> str:
    when = claim.when.edtf if claim.when else "undated"
    state = claim.status + (" not" if claim.negated else "")
    who = f"{', '.join(claim.actors)} @ {', '.join(claim.places)}"
    said = f" · said {claim.speaker}" if claim.speaker else ""
    return (
        f"{when:22} {claim.kind:5} {state:9} [{claim.trigger}] {claim.title}  · {who}{said} · {claim.provenance.basis}"
    )


def show(args: argparse.Namespace) -> None:
    events = []
    for found in folder(args.path):
        for claim in claims_of(found):
            print(f"{found.uri[:12]:12} {line(claim)}")
            edtf = claim.when.edtf if claim.when else None
            evidence = {"document": found.uri, "start": claim.start, "end": claim.end, "quote": claim.quote}
            evidence |= {"edtf": edtf, "time_text": claim.time_text, "status": claim.status}
            events.append(
                {"key": claim.key, "title": claim.title, "edtf": edtf, "status": claim.status}
                | {
                    "actors": list(claim.actors),
                    "places": list(claim.places),
                    "disputed": False,
                    "evidence": [evidence],
                }
            )
    if args.output:
        Path(args.output).write_text(json.dumps(events, ensure_ascii=False), encoding="utf-8")


def seeds(args: argparse.Namespace) -> None:
    gold = json.loads(Path(args.gold).read_text(encoding="utf-8"))
    claims = {found.uri: claims_of(found) for found in folder(args.path)}
    score: Counter[str] = Counter()
    met: set[str] = set()
    for event in gold["events"]:
        here = [c for c in claims[event["document"]] if c.start <= event["start"] and c.end >= event["end"]]
        exact = [c for c in here if c.when and c.when.edtf in (event["edtf"], event["edtf"].removesuffix("/.."))]
        whole = [c for c in exact if set(event["actors"]) <= set(c.actors) and c.status == event["status"]]
        titled = [c for c in whole if all(word.lower() in c.title.lower() for word in event["title_words"])]
        met |= {c.key for c in exact}
        for name, found in (("placed", here), ("dated", exact), ("actors and status", whole), ("title", titled)):
            score[f"{event['need']} {name}"] += bool(found)
        score[f"{event['need']} gold"] += 1
        if not titled:
            print(f"{event['need']} {event['edtf']} {event['quote'][:80]} <- {[line(c) for c in here]}")
    print(dict(score))
    for uri, own in claims.items():
        for claim in own:
            if claim.key not in met:
                print("further", uri[:4], line(claim), "|", claim.quote[:150])


def gold_mentions(row: dict[str, Any]) -> tuple[TimeMention, ...]:
    """The corpus's own time expressions, so that only the choice among them is measured."""
    found = []
    for timex in sorted(row["timexes"], key=lambda one: one["start"]):
        value = (timex["value"] or "").partition("T")[0]
        if timex["start"] < 0 or timex["type"] not in ("DATE", "TIME") or value[:1] not in "0123456789X":
            continue
        try:
            when = Interval.parse(value)
        except InputError:
            year = value[:4]
            when = Interval.parse(year if len(year) == 4 and year.isdigit() else "2000")
        start, end, text = timex["start"], timex["end"], timex["text"]
        expression = TimeExpression(start, end, text, "DATE", value, None, "gold", Fixed(when))
        found.append(TimeMention(expression, timex["value"], when, "point", None, ""))
    return tuple(found)


def anchors(args: argparse.Namespace) -> None:
    score: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(rows(args.path)):
        found, sentences, mentions = stages(document(row["doc"], row["text"], row["dct"]))
        if args.gold_times:
            mentions = gold_mentions(row)
        scene, timed = scene_of(found, sentences, ENGLISH), timed_sentences(sentences, mentions)
        part = f"{row['source']} {'unread' if number % 3 == 2 else 'read'}"
        for event in row["events"]:
            mention = moment(scene, timed, event["start"])
            ours = mention.value if mention else row["dct"]
            right: bool | int = same_value(ours, event["anchor"])
            score[part, "all"] += 1
            score[part, "right"] += right
            if args.verbose and not right and number % 3 != 2:
                told = f"{mention.text!r}={ours}" if mention else f"document={ours}"
                words = " ".join(row["text"][event["sent_start"] : event["sent_end"]].split())[:300]
                print(f"[{event['text']}] gold {event['timex']}={event['anchor']} ours {told} | {words}")
    for part in sorted({part for part, _ in score}):
        right, count = score[part, "right"], score[part, "all"]
        print(f"{part:30} {right:5} of {count:5} {100 * right / count:6.1f}")


def same_value(ours: str, gold: str) -> bool:
    """To the day; an X in the gold value stands for any sign, and trailing ones for nothing."""
    ours, gold = (re.sub(r"(-XX)+$", "", value.partition("T")[0]) for value in (ours, gold))
    pattern = gold.replace("X", ".").replace("W..", "W[0-9]{2}")
    return ours == gold or re.fullmatch(pattern, ours) is not None


def timeset(args: argparse.Namespace) -> None:
    score: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(rows(args.path)):
        claims = claims_of(document(row["doc"], row["text"], row["dct"]))
        part = "unread" if number % 3 == 2 else "read"
        for event in row["events"]:
            covering = [c for c in claims if c.start <= event["start"] < c.end]
            score[part, "salient"] += 1
            score[part, "covered"] += bool(covering)
            if covering:
                _overlap(score, part, event, covering, row["text"])
            if not event["anchor"]:
                continue
            right = any(c.when is not None and c.when.edtf[:10] == event["anchor"] for c in covering)
            score[part, "dated"] += 1
            score[part, "dated right"] += right
            if args.verbose and not right and part == "read":
                print(
                    event["anchor"],
                    event["text"],
                    [line(c)[:160] for c in covering],
                    "|",
                    row["text"][event["sent_start"] : event["sent_end"]][:220],
                )
    for part in ("read", "unread"):
        s = {name: score[part, name] for p, name in score if p == part}
        f1 = 2 * s["both"] / (s["named"] + s["wanted"])
        print(
            f"{part:7} dated {s['dated right']} of {s['dated']} = {100 * s['dated right'] / s['dated']:.1f}", end="   "
        )
        print(f"covered {s['covered']} of {s['salient']} = {100 * s['covered'] / s['salient']:.1f}", end="   ")
        print(f"participants F1 {100 * f1:.1f}")


def _overlap(
    score: Counter[tuple[str, str]], part: str, event: dict[str, Any], covering: list[Claim], text: str
) -> None:
    """Named participants of the best claim against the arguments that hold a capital."""
    wanted = [arg[1] for arg in event["args"] if re.search(r"[A-Z]", arg[1]) and arg[0] != "TIMEX"]
    at = event["start"]
    claim = min(covering, key=lambda c: abs((c.trigger_start or c.start) - at))
    named = {text[p.start : p.end] or p.name for p in claim.participants} | set(claim.actors) | set(claim.places)
    spans = {p.name: {p.name, p.text, text[p.start : p.end]} for p in claim.participants}
    both = sum(any(w and (w in full or full in w) for w in words if w for full in wanted) for words in spans.values())
    score[part, "both"] += min(both, len(wanted))
    score[part, "named"] += len(spans)
    score[part, "wanted"] += len(wanted)
    del named


def sample(args: argparse.Namespace) -> None:
    picked = random.Random(args.seed)
    documents = [row for number, row in enumerate(rows(args.path)) if number % 3 != 2]
    picked.shuffle(documents)
    pool: list[tuple[Claim, str]] = []
    for row in documents[: args.n * 2]:
        pool.extend((claim, row["id"]) for claim in claims_of(document(row["id"], row["text"], args.date)))
    for claim, _ in picked.sample(pool, min(args.n, len(pool))):
        print(
            line(claim),
            "\n      ",
            repr(claim.time_text),
            claim.provenance.anchor,
            "|",
            " ".join(claim.quote.split())[:400],
            "\n",
        )


def speed(args: argparse.Namespace) -> None:
    texts = [row["text"] for number, row in enumerate(rows(args.path)) if number < args.n]
    size = sum(map(len, texts))
    spent: Counter[str] = Counter()
    started = time.process_time()
    years = re.compile(r"\b\d{4}\b")
    for text in texts:
        years.findall(text)
    spent["year scan"] = time.process_time() - started  # type: ignore[assignment]
    count = 0
    for text in texts:
        found = document("x", text, "2001-05-04")
        for name, stage in (("segment", segment), ("tag", tag)):
            started = time.process_time()
            stage(text, ENGLISH)
            spent[name] += time.process_time() - started  # type: ignore[assignment]
        sentences, expressions = segment(text, ENGLISH), tag(text, ENGLISH)
        started = time.process_time()
        mentions = resolve(expressions, text, ENGLISH, found.published, "auto")
        spent["resolve"] += time.process_time() - started  # type: ignore[assignment]
        started = time.process_time()
        count += len(extract(found, sentences, mentions, ENGLISH))
        spent["extract"] += time.process_time() - started  # type: ignore[assignment]
    for name, seconds in spent.items():
        print(f"{name:10} {size / 1e6 / seconds:8.2f} Mchar/s {seconds / spent['year scan']:7.1f} Y")
    print(f"{count} claims of {size / 1e6:.2f} M characters")


COMMANDS = {"show": show, "seeds": seeds, "anchors": anchors, "timeset": timeset, "sample": sample, "speed": speed}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("path")
    parser.add_argument("gold", nargs="?")
    parser.add_argument("-o", "--output")
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date", default="2001-05-04")
    parser.add_argument("--gold-times", action="store_true", help="anchors: take the corpus's own times")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    COMMANDS[args.command](args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
