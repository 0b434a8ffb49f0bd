"""The way of one document through the stages, as one expression of pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract import comments, extract
from timeline.extract.who.gazetteer import parse
from timeline.languages import load
from timeline.link import signature
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.expression import TimeExpression
from timeline.model.mention import TimeMention
from timeline.model.problem import Problem
from timeline.pipeline import long
from timeline.pipeline.options import Options
from timeline.pipeline.result import Result
from timeline.pipeline.slices import SLICE
from timeline.pipeline.turns import Steps, finished
from timeline.resolve import reference, resolve
from timeline.segment import segment, sentences
from timeline.tag import tag

_COMMENTS = "What readers commented is kept, but is no source of events (--whole reads it)."
Understood = tuple[Document, Sequence[TimeMention], Sequence[Claim]]
"""The document with its date, its times, its claims."""


def process(document: Document, options: Options, size: int = SLICE) -> Result:
    """Segment, tag, find the document's date, resolve, extract. Pure: no file, no clock, no setting but `options`.

    A text of more than `size` characters goes through slice by slice, in bounded memory.
    """
    return finished(steps(document, options, size))


def steps(document: Document, options: Options, size: int = SLICE) -> Steps[Result]:
    """The same, with a rest after each stage, in which other documents may take theirs."""
    text, language = document.text, load(document.language)
    written = text if options.whole else comments.without(text, language.events)
    if written != text:
        article = yield from steps(replace(document, text=written), options, size)
        return _commented(article, document, options)
    if len(text) > size:
        return _result(document, options, long.understood(document, options, size), signature(text))
    pieces = segment(text, language)
    yield
    expressions = tag(text, language, options.genre)
    yield
    dated, mentions = _placed(document, expressions, options)
    names = parse(options.gazetteer, language.code) if options.gazetteer else None
    yield
    claims = extract(dated, pieces, mentions, language, names, whole=options.whole)
    yield
    return _result(document, options, (dated, mentions, claims), signature(text))


def _commented(article: Result, document: Document, options: Options) -> Result:
    """What an article tells, and the times that those who comment on it name: they show what is spoken of."""
    written = article.document.text
    below = (one for one in times(document, options).mentions if written[one.start].isspace())
    remark = Problem(document.uri, "extract", "note", "comments", _COMMENTS)
    return replace(
        article,
        document=replace(article.document, text=document.text),
        mentions=tuple(sorted((*article.mentions, *below), key=lambda one: one.start)),
        problems=(*article.problems, remark),
    )


def times(document: Document, options: Options) -> Result:
    """The same without claims and a signature, in a third of the time: for whom only the time expressions matter."""
    far = len(document.text) > SLICE
    dated, mentions = long.times(document, options, SLICE) if far else _dated(document, options)
    return _result(document, options, (dated, mentions, ()), b"")


def _result(document: Document, options: Options, understood: Understood, sketch: bytes) -> Result:
    dated, mentions, claims = understood
    problems = document.problems + _remarks(document, mentions)
    return Result(dated, mentions, claims, dated.published, problems, sketch, options.fingerprint)


def _dated(document: Document, options: Options) -> tuple[Document, tuple[TimeMention, ...]]:
    """The document with its date, however that is known, and its times."""
    return _placed(document, tag(document.text, load(document.language), options.genre), options)


def _placed(
    document: Document, expressions: Sequence[TimeExpression], options: Options
) -> tuple[Document, tuple[TimeMention, ...]]:
    language = load(document.language)
    published = options.published or reference.find(document, expressions, language)
    mentions = resolve(expressions, document.text, language, published, options.genre)
    return replace(document, published=published), mentions


def _remarks(document: Document, mentions: Sequence[object]) -> tuple[Problem, ...]:
    """Never a silent zero: a document without words, or without a time, says so."""
    if not mentions and next(sentences(document.text, load(document.language)), None) is None:
        return (Problem(document.uri, "segment", "note", "no-text", "It holds no text."),)
    if not mentions:
        return (Problem(document.uri, "tag", "note", "no-time", "It names no time."),)
    return ()
