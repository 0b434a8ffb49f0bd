"""The way of one document through the stages, as one expression of pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract import extract
from timeline.extract.gazetteer import parse
from timeline.languages import load
from timeline.link import signature
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.mention import TimeMention
from timeline.model.problem import Problem
from timeline.pipeline import long
from timeline.pipeline.options import Options
from timeline.pipeline.result import Result
from timeline.pipeline.slices import SLICE
from timeline.resolve import reference, resolve
from timeline.segment import segment, sentences
from timeline.tag import tag

Understood = tuple[Document, Sequence[TimeMention], Sequence[Claim]]
"""The document with its date, its times, its claims."""


def process(document: Document, options: Options, size: int = SLICE) -> Result:
    """Segment, tag, find the document's date, resolve, extract. Pure: no file, no clock, no setting but `options`.

    A text of more than `size` characters goes through slice by slice, in bounded memory.
    """
    if len(document.text) > size:
        return _result(document, options, long.understood(document, options, size), signature(document.text))
    language = load(document.language)
    pieces = segment(document.text, language)
    dated, mentions = _dated(document, options)
    names = parse(options.gazetteer, language.code) if options.gazetteer else None
    claims = extract(dated, pieces, mentions, language, names, whole=options.whole)
    return _result(document, options, (dated, mentions, claims), signature(document.text))


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
    language = load(document.language)
    expressions = tag(document.text, language, options.genre)
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
