"""One object of a JSON, JSON Lines, CSV or TSV file, by the names of its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.read import markup
from timeline.read.compose import Facts, compose
from timeline.read.fields import field, fields, usual
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES: tuple[str, ...] = ()
NEEDS = None

_MARKUP = re.compile(r"</?(?:p|div|br|span|a|li|h[1-6]|em|strong|blockquote)(?:\s[^<>]{0,300})?/?>")


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """One document; `data` is a JSON object."""
    record = json.loads(data)
    if not isinstance(record, dict):
        raise InputError("It is no JSON object with named fields.", code="no-fields")
    names = fields(record, reading.fields)
    text = words(field(record, names.get("text", "")))
    if _MARKUP.search(text, 0, 2000):
        text = markup.words(text)
    if not text.strip():
        empty = names.get("text") or usual(record, "text")
        sentence = f"Its field {empty} is empty." if empty else _no_field(record)
        raise InputError(sentence, code="empty" if empty else "no-text-field")
    guessed = [f"{name}={names[name]}" for name in ("text", "published") if names.get(name, name) != name]
    remark = ", ".join(taken for taken in guessed if taken.partition("=")[0] not in reading.fields)
    remarks = [("fields", f"Fields guessed: {remark}.")] if source.fact("first") and remark else []
    yield compose(
        source,
        reading,
        data,
        text,
        Facts(
            title=words(field(record, names.get("title", ""))),
            publisher=words(field(record, names.get("publisher", ""))),
            author=words(field(record, names.get("author", ""))),
            language=words(field(record, names.get("language", ""))),
            published=field(record, names.get("published", "")),
        ),
        remarks=[*remarks, ("encoding", source.fact("encoding") or ""), ("date", source.fact("note") or "")],
    )


def words(value: Any) -> str:
    """The text of a field: a string, or a list of paragraphs."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n\n".join(part for part in map(words, value) if part)
    if isinstance(value, dict):
        return words(value.get("text") or value.get("name") or value.get("#text") or "")
    return "" if value is None or isinstance(value, bool) else str(value)


def _no_field(record: Mapping[str, Any]) -> str:
    told = ", ".join(str(name)[:40] for name in list(record)[:12])
    return f"No field holds its text; name one with --field text=NAME. It has: {told or 'nothing'}."
