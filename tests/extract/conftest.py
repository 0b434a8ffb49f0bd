"""Claims of a text whose times are marked in it: `Peace came in [1994]`, `on [Sept. 27=2020-09-27]`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from timeline.extract import extract
from timeline.extract.sentence.clauses import Parsed, parse
from timeline.extract.sentence.words import split
from timeline.extract.who.gazetteer import Gazetteer
from timeline.languages import load
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.expression import Fixed, TimeExpression
from timeline.model.mention import TimeMention
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

MARK = re.compile(r"\[([^\]=]+)(?:=([^\]]+))?\]")
ENGLISH = load("en")

Told = Callable[..., list[Claim]]
News = Callable[..., list[Claim]]
Cut = Callable[[str], Parsed]


def unmark(marked: str) -> tuple[str, tuple[TimeMention, ...]]:
    """The text without its marks, and the times that they told."""
    text, at, mentions = "", 0, []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        words, edtf = match[1], match[2] or match[1]
        mentions.append(mention(len(text), words, edtf))
        text += words
        at = match.end()
    return text + marked[at:], tuple(mentions)


def mention(start: int, words: str, edtf: str) -> TimeMention:
    """A time that needs no anchor; `since` bounds are told by an open interval."""
    when = Interval.parse(edtf)
    expression = TimeExpression(start, start + len(words), words, "DATE", edtf, None, "test", Fixed(when))
    since = when.open_end and not when.open_start
    point = Interval.parse(edtf.partition("/")[0]) if since else None
    kind, bound = ("span", "since") if since else ("point", "")
    return TimeMention(expression, edtf, when, kind, None, "", bound=bound, point=point)


@pytest.fixture(scope="session")
def told() -> Told:
    """Claims of a marked text."""

    def claims(
        marked: str,
        published: str | None = None,
        gazetteer: Gazetteer | None = None,
        *,
        how: str = "given",
        author: str | None = None,
    ) -> list[Claim]:
        text, mentions = unmark(marked)
        given = Published(Interval.parse(published), how) if published else None
        document = Document("key", "a.txt", text, "text", "", "", published=given, author=author)
        return list(extract(document, segment(text, ENGLISH), mentions, ENGLISH, gazetteer))

    return claims


@pytest.fixture(scope="session")
def news() -> News:
    """Claims of a report of Wednesday, 6 May 1925, its times found by the rules of the language."""

    def claims(text: str) -> list[Claim]:
        published = Published(Interval.parse("1925-05-06"), "given")
        document = Document("key", "a.txt", text, "text", "", "", published=published)
        mentions = resolve(tag(text, ENGLISH), text, ENGLISH, published, "news")
        return list(extract(document, segment(text, ENGLISH), mentions, ENGLISH))

    return claims


@pytest.fixture(scope="session")
def cut() -> Cut:
    """A marked sentence, parsed."""

    def parsed(marked: str) -> Parsed:
        text, mentions = unmark(marked)
        return parse(split(text, 0, len(text), mentions, ENGLISH.events))

    return parsed
