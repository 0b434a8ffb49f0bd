"""Transcripts as subtitles: SubRip and WebVTT."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from timeline.model.document import Document
from timeline.read.compose import compose
from timeline.read.decode import decode
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".srt", ".vtt", ".sbv")
NEEDS = None
BY_SUFFIX = True

_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{2})[.,]([0-9]{3})"
_CUE = re.compile(rf"^{_TIME} {{0,3}}--> {{0,3}}{_TIME}[^\n]{{0,200}}$", re.MULTILINE)
_FIRST = re.compile(rf"\s{{0,20}}(?:[0-9]{{1,6}}\s{{1,3}})?{_TIME} {{0,3}}-->".encode())
_TAG = re.compile(r"<[^<>\n]{1,100}>|\{\\[^{}\n]{1,60}\}")
_VOICE = re.compile(r"<v(?:\.[^ >]{0,40})? ([^<>\n]{1,60})>")
_OTHERS = re.compile(r"(?<=\S)[ \t]{0,8}\n[ \t]{0,8}[-–][ \t]{0,2}(?=\S)")
_PAUSE = 4.0
"""Seconds of silence that end a paragraph."""


def looks(head: bytes) -> bool:
    """WebVTT's first line, or a first cue."""
    return (
        head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")
        or _FIRST.match(head.removeprefix(b"\xef\xbb\xbf")) is not None
    )


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """What is said, cues joined to paragraphs; numbers, times and marks are left out."""
    decoded = decode(data, reading.encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    cues = list(_CUE.finditer(text))
    paragraphs: list[str] = []
    last = speaker = ""
    ended = 0.0
    for number, cue in enumerate(cues):
        until = cues[number + 1].start() if number + 1 < len(cues) else len(text)
        spoken = text[cue.end() : until].rsplit("\n\n", 1)[0] if number + 1 < len(cues) else text[cue.end() : until]
        voice = _VOICE.search(spoken)
        spoken = html.unescape(_TAG.sub("", spoken))
        others = _OTHERS.split(spoken)  # two who speak in one cue have a line each
        words = " ".join(others[0].split())
        started = _seconds(cue.groups()[:4])
        if not words or words == last:
            continue
        last = words
        named = voice[1].strip() if voice else ""
        turn = words.startswith((">>", "- ", "– ")) or named != speaker
        words = f"{named}: {words}" if named and turn else words.lstrip(">-– ")
        speaker = named
        if paragraphs and not turn and started - ended < _PAUSE:
            paragraphs[-1] += f" {words}"
        else:
            paragraphs.append(words)
        paragraphs += [" ".join(other.split()) for other in others[1:]]
        ended = _seconds(cue.groups()[4:])
    yield compose(source, reading, data, "\n\n".join(paragraphs), remarks=[("encoding", decoded.remark)])


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
