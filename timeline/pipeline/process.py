"""The way of one document through the stages, as one expression of pure functions."""

from __future__ import annotations

from dataclasses import replace

from timeline.extract import extract
from timeline.extract.gazetteer import parse
from timeline.languages import load
from timeline.link import signature
from timeline.model.document import Document, Published
from timeline.model.mention import TimeMention
from timeline.model.problem import Problem
from timeline.pipeline.options import Options
from timeline.pipeline.result import Result
from timeline.resolve import reference, resolve
from timeline.segment import segment
from timeline.tag import tag


def process(document: Document, options: Options) -> Result:
    """Segment, tag, find the document's date, resolve, extract. Pure: no file, no clock, no setting but `options`."""
    language = load(document.language)
    sentences = segment(document.text, language)
    dated, mentions = _dated(document, options)
    names = parse(options.gazetteer, language.code) if options.gazetteer else None
    claims = extract(dated, sentences, mentions, language, names, whole=options.whole)
    problems = document.problems + _remarks(document, bool(sentences), mentions)
    return Result(dated, mentions, claims, dated.published, problems, signature(document.text), options.fingerprint)


def times(document: Document, options: Options) -> Result:
    """The same without claims and a signature, in a third of the time: for whom only the time expressions matter."""
    dated, mentions = _dated(document, options)
    problems = document.problems + _remarks(document, bool(document.text.strip()), mentions)
    return Result(dated, mentions, (), dated.published, problems, b"", options.fingerprint)


def _dated(document: Document, options: Options) -> tuple[Document, tuple[TimeMention, ...]]:
    """The document with its date, however that is known, and its times."""
    language = load(document.language)
    expressions = tag(document.text, language, options.genre)
    published = _given(options) or reference.find(document, expressions, language)
    mentions = resolve(expressions, document.text, language, published, options.genre)
    return replace(document, published=published), mentions


def _given(options: Options) -> Published | None:
    return Published(options.date, "given") if options.date is not None else None


def _remarks(document: Document, has_sentences: bool, mentions: tuple[object, ...]) -> tuple[Problem, ...]:
    """Never a silent zero: a document without words, or without a time, says so."""
    if not has_sentences:
        return (Problem(document.uri, "segment", "note", "no-text", "It holds no text."),)
    if not mentions:
        return (Problem(document.uri, "tag", "note", "no-time", "It names no time."),)
    return ()
