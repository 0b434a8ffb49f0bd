"""The entries of a chronology as documents with claims, so that they are linked with what other documents tell."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from itertools import groupby

from timeline.extract import extract
from timeline.languages import load
from timeline.link import signature
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.entry import Entry
from timeline.model.expression import Fixed, TimeExpression
from timeline.model.key import content_key
from timeline.model.mention import TimeMention
from timeline.model.participant import Participant
from timeline.model.problem import Problem
from timeline.model.provenance import Provenance
from timeline.model.sentence import Sentence
from timeline.pipeline.entrydate import day_comes_first, is_doubtful, read_date
from timeline.pipeline.options import RULES_VERSION
from timeline.pipeline.result import Result
from timeline.read.clean import clean
from timeline.read.language import choose
from timeline.temporal.interval import Interval

FORMAT = "chronology"
RULE = "entry.date"
"""The rule that a date is said to be read by: a person gave it."""
LONGEST = 300
"""Signs of a title."""


def chronicle(entries: Iterable[Entry], uri: str, title: str | None = None) -> list[Result]:
    """One document for each source that the entries name, `URI#SOURCE`; one, `URI`, for those that name none.

    A date that cannot be read leaves its entry undated, with a problem that says so.
    """
    ordered = sorted(entries, key=lambda entry: entry.source)
    told = [(source, list(group)) for source, group in groupby(ordered, key=lambda entry: entry.source)]
    first = day_comes_first(ordered)
    return [
        _result(group, f"{uri}#{source}" if source else uri, source or title, source or None, first)
        for source, group in told
    ]


def _result(
    entries: Sequence[Entry], uri: str, title: str | None, publisher: str | None, day_first: bool | None
) -> Result:
    code, _ = choose("\n".join(entry.text for entry in entries), "auto", None)
    language = load(code)
    text, sentences, mentions, told, problems = "", [], [], [], _doubts(entries, uri, day_first)
    for number, entry in enumerate(entries):
        when = read_date(entry, language, day_first)
        date = _line(" – ".join(filter(None, (entry.date, entry.end)))) if when else ""
        line = (f"{date}: " if date else "") + _line(entry.text)
        sentences.append(Sentence(len(text), len(text) + len(line), number, "item"))
        if when:
            mentions.append(_mention(len(text), date, when, entry.kind))
        elif entry.date:
            message = f"Entry {number + 1}: '{_line(entry.date)[:60]}' is no date I can read; it is kept undated."
            problems.append(Problem(uri, "read", "partial", "date", message))
        told.append((entry, when))
        text += line + "\n" + (f"{_line(entry.note)}\n" if entry.note else "")
    document = _document(entries, uri, text, title=title, publisher=publisher, language=code)
    found = extract(document, sentences, mentions, language)
    claims = tuple(_claim(document, *parts, found) for parts in zip(sentences, told, strict=True))
    fingerprint = content_key(RULES_VERSION, FORMAT, *(["day first"] if day_first else []))
    return Result(document, tuple(mentions), claims, None, tuple(problems), signature(text), fingerprint)


def _doubts(entries: Sequence[Entry], uri: str, day_first: bool | None) -> list[Problem]:
    """Days that may be months, where no date of the chronology shows which comes first."""
    doubtful = [told for entry in entries for told in (entry.date, entry.end) if is_doubtful(told)]
    if not doubtful or day_first is not None:
        return []
    message = f"'{doubtful[0]}' is read with the month first ({len(doubtful)} such); write 1994-05-12 to be sure."
    return [Problem(uri, "read", "note", "date", message)]


def _mention(start: int, words: str, when: Interval, kind: str) -> TimeMention:
    expression = TimeExpression(start, start + len(words), words, "DATE", when.edtf, None, RULE, Fixed(when))
    return TimeMention(expression, when.edtf, when, kind, None, "given in the chronology")


def _document(
    entries: Sequence[Entry], uri: str, text: str, *, title: str | None, publisher: str | None, language: str
) -> Document:
    data = json.dumps([publisher, *map(astuple, entries)], ensure_ascii=False).encode("utf-8", "replace")
    return Document(
        key=content_key(FORMAT, data),
        uri=uri,
        text=text,
        format=FORMAT,
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=title,
        publisher=publisher,
        language=language,
    )


def _claim(
    document: Document, sentence: Sentence, told: tuple[Entry, Interval | None], found: Sequence[Claim]
) -> Claim:
    """What the rules see in the line (verb, names, numbers), under the date and the words that the person gave."""
    entry, when = told
    seen = next((claim for claim in found if claim.start == sentence.start), None)
    start = sentence.start
    words = len(_line(" – ".join(filter(None, (entry.date, entry.end))))) if when else 0
    bare = Claim(
        key=content_key(document.key, start, sentence.end),
        document=document.key,
        start=start,
        end=sentence.end,
        quote=document.text[start : sentence.end],
        title="",
    )
    return replace(
        seen or bare,
        key=bare.key,
        title=_line(entry.text)[:LONGEST],
        when=when,
        kind=entry.kind,
        time_start=start if when else None,
        time_end=start + words if when else None,
        time_text=document.text[start : start + words],
        status=entry.status,
        negated=False,
        participants=_participants(entry, start, seen),
        provenance=Provenance(RULE if when else None, None, "stated" if when else "none"),
    )


def _participants(entry: Entry, at: int, seen: Claim | None) -> tuple[Participant, ...]:
    """Those that the line names, and those that the entry lists."""
    named = list(seen.participants) if seen else []
    known = {one.name for one in named}
    for names, kind, role in ((entry.actors, "group", "who"), (entry.places, "place", "where")):
        named += [Participant(_line(name), kind, role, at, at) for name in names if _line(name) not in known]
    return tuple(named)


def _line(text: str) -> str:
    """One line that the store carries."""
    return " ".join(clean(text)[0].split())
