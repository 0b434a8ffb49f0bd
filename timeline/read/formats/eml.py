"""E-mail: one message, its words and its attachments."""

from __future__ import annotations

import email
import email.header
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.compose import Facts, compose
from timeline.read.decode import decode
from timeline.read.markup import words
from timeline.read.published import published
from timeline.read.reader import read as read_part
from timeline.read.reading import Reading
from timeline.read.replies import Quoted, split
from timeline.read.replydate import reply_date
from timeline.read.source import BARE, Source
from timeline.read.unpack import unpack as unpack_part

SUFFIXES = (".eml", ".emlx")
NEEDS = None
BY_SUFFIX = True

_HEADERS = re.compile(
    rb"(?:From|To|Cc|Subject|Date|Received|Return-Path|Message-I[Dd]|MIME-Version|Delivered-To|X-[A-Za-z-]{1,40}):[ \t]"
)
_KNOWN = re.compile(rb"^(?:From|Date|Received|Message-I[Dd]|Subject):[ \t]", re.MULTILINE)
_MOST_HEADERS = 1 << 20
_MOST_PARTS = 500
_HEADER = 1000
_ADDRESS = re.compile(r"\s{0,4}<[^>]{0,200}>")


def looks(head: bytes) -> bool:
    """Header lines at the start, at least two that mail has."""
    if not _HEADERS.match(head):
        return False
    top = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return len({match.group() for match in _KNOWN.finditer(top)}) > 1


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """The message, dated by its Date header; what it quotes under another's name; each attachment that can be read.

    All are documents of their own: `mail.eml`, `mail.eml!quoted 1`, `mail.eml!letter.docx`.
    """
    if len(data.replace(b"\r\n", b"\n").partition(b"\n\n")[0]) > _MOST_HEADERS:
        raise InputError("Its headers are larger than 1 MB.", code="flood")
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    bodies, attachments = _parts(message)
    text = "\n\n".join(filter(None, (_words(part, reading) for part in bodies)))
    date, title = _header(message, "Date"), _header(message, "Subject")
    text, quoted = split(text)
    if text.strip() or not (attachments or quoted):
        author = _ADDRESS.sub("", _header(message, "From")).strip(' "')
        yield compose(source, reading, data, text, Facts(title=title, author=author, published=date))
    for number, one in enumerate(quoted, 1):
        yield _quoted(source.part(f"quoted {number}", b"", mark="!"), reading, one, (title, date))
    left_out = source.fact(BARE)
    if left_out and attachments:
        yield Problem(source.uri, "read", "failed", "attachments", f"Its attachments were left out. {left_out}")
        return
    for number, part in enumerate(attachments, 1):
        payload = _payload(part)
        if payload:
            yield from _attachment(source.part(_name(part, number), payload, mark="!", published=date), reading)


def _quoted(source: Source, reading: Reading, one: Quoted, answer: tuple[str, str]) -> Document:
    """One part, dated by what announces it or not at all: the same in whatever message it is quoted."""
    title, date = answer
    data = "\n".join((one.author, one.date, one.text)).encode("utf-8", "surrogatepass")
    when = reply_date(one.date, one.language, published(date))
    facts = Facts(title=one.subject or title, author=one.author, published=when)
    return compose(source.known_as("eml"), reading, data, one.text, facts)


def _attachment(source: Source, reading: Reading) -> Iterator[Document | Problem]:
    for part in unpack_part(source, reading):
        if isinstance(part, Problem):
            yield part
        else:
            yield from read_part(part, reading)


def _parts(message: Message[str, str]) -> tuple[list[Message[str, str]], list[Message[str, str]]]:
    """The parts that are the message (of alternatives the plain one), and those that are attached."""
    bodies: list[Message[str, str]] = []
    attachments: list[Message[str, str]] = []
    waiting = [message]
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > _MOST_PARTS:
            raise InputError(f"It has more than {_MOST_PARTS} parts.", code="flood")
        inner: Any = part.get_payload()
        if part is not message and part.get_content_type() == "message/rfc822":
            attachments.append(part)
        elif part.is_multipart():
            chosen = list(inner)
            if part.get_content_subtype() == "alternative":
                chosen = _best(chosen)
            waiting += reversed(chosen)
        elif part.get_filename() or part.get_content_maintype() != "text":
            attachments.append(part)
        else:
            bodies.append(part)
    return bodies, attachments


def _best(chosen: list[Message[str, str]]) -> list[Message[str, str]]:
    """Of alternatives the plain one, else the page, else the last: not the entry for a calendar beside it."""
    for kind in ("text/plain", "text/html"):
        if found := [one for one in chosen if one.get_content_type() == kind]:
            return found
    return chosen[-1:]


def _payload(part: Message[str, str]) -> bytes | None:
    """The bytes of an attachment; a message within a message as it would be saved."""
    if part.get_content_type() == "message/rfc822":
        inner: Any = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else None
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else None


def _name(part: Message[str, str], number: int) -> str:
    name = part.get_filename()
    if name is None and part.get_content_type() == "message/rfc822":
        name = f"message {number}.eml"
    return _decoded(name or str(number))[:200].replace("/", "_")


def _words(part: Message[str, str], reading: Reading) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = decode(payload, part.get_content_charset() or reading.encoding).text
    return words(text) if part.get_content_subtype() == "html" else text.strip("\r\n")


def _header(message: Message[str, str], name: str) -> str:
    return _decoded(str(message.get(name) or ""))


def _decoded(value: str) -> str:
    """A header with its encoded words read; only its beginning, since decoding is slow."""
    value = " ".join(value[:_HEADER].split())
    try:
        return str(email.header.make_header(email.header.decode_header(value)))
    except (LookupError, ValueError, email.errors.MessageError):
        return value
