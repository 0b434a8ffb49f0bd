"""The dates that mattered most: `python tests/bench/digest.py PATH/TO/eval [topic …]`.

Reads `digest/*.articles.jsonl`, `*.timelines.json` and `score_digest.py` of the folder. For each human timeline: the
articles published within its range, as many dates as it has; Date-F1 and AR1-F of the digest, of counting mentions,
and of chance.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.link import link
from timeline.link.central import best
from timeline.link.digest import digest
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.facts import DocumentFacts
from timeline.model.mention import TimeMention
from timeline.pipeline.options import Options
from timeline.pipeline.process import process
from timeline.temporal.interval import Interval

SENTENCES = 2
TOPICS = ("finan", "h1n1", "iraq", "libya")
Facts = dict[str, DocumentFacts]
Timeline = dict[str, list[str]]
"""Sentences by ISO date."""
Known = tuple[str, DocumentFacts, tuple[Claim, ...], tuple[TimeMention, ...]]
"""Date of publication, facts, claims, times."""
Named = dict[int, set[str]]
"""Documents by the day that they name."""


def understand(article: dict[str, Any]) -> tuple[DocumentFacts, tuple[Claim, ...], tuple[TimeMention, ...]]:
    """An article through the pipeline."""
    when = Interval.parse(article["published"])
    document = Document(
        article["id"], article["id"], article["text"], "record", "", "", published=Published(when, "given")
    )
    result = process(document, Options(date=when, genre="news"))
    found = (tuple(result.claims), tuple(result.mentions))
    return DocumentFacts(document.key, document.uri, when.first_day, None, result.signature), *found


def read(folder: Path, topic: str) -> list[Known]:
    """All articles of a topic through the pipeline."""
    lines = (folder / "digest" / f"{topic}.articles.jsonl").open(encoding="utf-8")
    return [(article["published"], *understand(article)) for article in map(json.loads, lines)]


def named_days(known: list[Known]) -> Named:
    """As the store's `named_days`."""
    found: Named = {}
    for _, document, _, times in known:
        for time_ in times:
            if time_.when is None or time_.when.length != 1 or time_.when.first_day is None:
                continue
            if time_.anchor is not None or time_.when.first_day != document.published_day:
                found.setdefault(time_.when.first_day, set()).add(document.key)
    return found


def ours(claims: list[Claim], facts: Facts, dates: list[str], named: Named) -> Timeline:
    """The digest of the linked events."""
    events = [event for event in link(claims, facts) if event.when and event.when.length == 1]
    told = [event for event in events if within(event.when, dates)]
    found = digest(told, facts, 2 * len(dates), sentences=SENTENCES, named=named)
    ranked = sorted((one for one in found if within(one.when, dates)), key=lambda one: (-one.weight, one.when.sort_key))
    return {one.when.edtf[:10]: [claim.quote for claim in one.claims] for one in ranked[: len(dates)]}


def within(when: Interval | None, dates: list[str]) -> bool:
    return when is not None and when.length == 1 and dates[0] <= when.edtf[:10] <= dates[-1]


def counted(claims: list[Claim], facts: Facts, dates: list[str], _: Named) -> Timeline:
    """The dates that most claims give, with the same choice of sentences."""
    told = by_day(claims)
    ranked = sorted(told, key=lambda day: (-len(told[day]), day))
    return spoken([day for day in ranked if dates[0] <= day <= dates[-1]][: len(dates)], told, facts)


def chance(claims: list[Claim], facts: Facts, dates: list[str], _: Named) -> Timeline:
    """Days of the range by lot."""
    told = by_day(claims)
    known = sorted(day for day in told if dates[0] <= day <= dates[-1])
    return spoken(random.Random(1).sample(known, min(len(known), len(dates))), told, facts)


def by_day(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.when is not None and claim.when.length == 1:
            told.setdefault(claim.when.edtf[:10], []).append(claim)
    return told


def spoken(days: list[str], told: dict[str, list[Claim]], facts: Facts) -> Timeline:
    chosen = best([told[day] for day in days], facts, SENTENCES)
    return {day: [claim.quote for claim in claims] for day, claims in zip(days, chosen, strict=True)}


WAYS: dict[str, Callable[[list[Claim], Facts, list[str], Named], Timeline]] = {
    "digest": ours,
    "mentions": counted,
    "chance": chance,
}


def figures(known: list[Known], gold: Timeline, score: ModuleType) -> list[float]:
    """Date-F1 and AR1-F of each way, then the seconds of the first."""
    dates = sorted(gold)
    within = [found for found in known if dates[0] <= found[0] <= dates[-1]]
    facts = {document.key: document for _, document, _, _ in within}
    claims = [claim for _, _, told, _ in within for claim in told]
    named = named_days(within)
    found: list[float] = []
    seconds = 0.0
    for make in WAYS.values():
        began = time.process_time()
        made = make(claims, facts, dates, named)
        seconds = seconds or time.process_time() - began
        found += [score.date_f1(made, gold), score.align(made, gold)]
    return [*found, seconds]


def main(folder: Path, topics: list[str]) -> None:
    sys.path.insert(0, str(folder))
    import score_digest  # type: ignore[import-not-found]

    heads = [f"{way:>15}" for way in WAYS]
    print(f"{'timeline':46} {'dates':>5}", *heads, f"{'reading s':>9} {'digest s':>8}")
    rows = []
    for topic in topics:
        began = time.process_time()
        known = read(folder, topic)
        spent = time.process_time() - began
        for told in json.loads((folder / "digest" / f"{topic}.timelines.json").read_text(encoding="utf-8")):
            gold: Timeline = {}
            for day, sentences in told["timeline"]:
                gold.setdefault(day, []).extend(sentences)
            row = figures(known, gold, score_digest)
            rows.append(row)
            print(f"{told['file'][:46]:46} {len(gold):5}", table(row), f"{spent:9.1f} {row[-1]:8.1f}")
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    print(f"{'mean (Date-F1, AR1-F)':52}", table(means))


def table(row: list[float]) -> str:
    return " ".join(f"{date:7.3f} {text:7.3f}" for date, text in zip(row[:-1:2], row[1::2], strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(TOPICS))
