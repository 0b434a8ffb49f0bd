"""Bytes to text.

In this order: a byte order mark → what the document or the user declares → UTF-16 that shows by its zero bytes →
UTF-8, when it is valid → charset-normalizer, when it is installed → Windows-1252, with the bytes that it lacks as in
Latin-1. The last two are guesses and said so.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from typing import NamedTuple

from timeline.read.language import DEFAULT, voted

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKED = tuple(mark for mark, _ in MARKS)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b\x08"))
_SAMPLE = 1 << 16


class Decoded(NamedTuple):
    """A text, the encoding it was read by, and a sentence when that was a guess or lost signs."""

    text: str
    encoding: str
    remark: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes; never fails."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _by(data[len(mark) :], encoding)
    if declared and is_encoding(declared):
        return _by(data, declared)
    wide = _wide(data)
    if wide:
        return _by(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start > _SAMPLE and error.start > 0.99 * len(data):  # cut off in the middle of a sign
            return Decoded(data.decode("utf-8", "replace"), "utf-8", "Its last sign is cut off.")
    return _guessed(data)


def is_binary(head: bytes) -> bool:
    """Whether bytes are no text in any encoding: zero bytes that no UTF-16 explains, or many control signs."""
    sample = head[:8192]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if not controls or sample.startswith(_MARKED) or _wide(sample):
        return False
    return sample.count(0) * 500 > len(sample) or controls * 12 > len(sample)


def is_encoding(encoding: str) -> bool:
    """Whether Python has such a codec, and one that makes text."""
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _by(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        return Decoded(text, encoding, f"{lost} bytes are no {encoding} and were replaced.")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    encoding = None if _is_typeset(sample) else _detected(sample)
    sibling = encoding in _SIBLINGS and (_is_english(sample) or _differs_in_signs(sample, str(encoding)))
    if encoding is not None and not sibling:
        with suppress(UnicodeDecodeError, LookupError):
            text = data.decode(encoding)
            if not _is_broken_up(text):
                return Decoded(text, encoding, f"It does not tell its encoding; read as {encoding}.")
    text = "".join(_windows(data))
    return Decoded(text, "cp1252", "It does not tell its encoding; read as Windows-1252.")


def _is_broken_up(text: str) -> bool:
    """East Asian signs in the middle of Latin words: an accented letter and the next were taken for one of them."""
    lone, glued = len(_EASTERN.findall(text)), len(_GLUED.findall(text))
    return glued * 2 > lone > 0


def _is_typeset(sample: bytes) -> bool:
    """Beyond ASCII only lone quotation marks, dashes and the like of Windows: too few for a statistical guess."""
    return set(_BEYOND.findall(sample)) <= _TYPESET


_EASTERN = re.compile("[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]")
_GLUED = re.compile(f"(?<=[A-Za-z]){_EASTERN.pattern}|{_EASTERN.pattern}(?=[A-Za-z])")
_BEYOND = re.compile(rb"[\x80-\xff]{1,4}")
_WORD = re.compile(r"[^\W\d_]")
_TYPESET = frozenset(bytes([code]) for code in b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xb0")


_PARTS = (2, 3, 4, 9, 10, 13, 14, 15, 16)
_SIBLINGS = frozenset({"cp1250", "cp1254", "cp1257", "cp1258", *(f"iso8859_{part}" for part in _PARTS)})
"""Tables that differ from Windows-1252 in some letters, and in the sign of the pound."""


def _is_english(sample: bytes) -> bool:
    """English words, and beyond ASCII letters and signs of print alone, as Windows-1252 has them."""
    text = "".join(_windows(sample))
    beyond = {sign for sign in text if not sign.isascii() and not sign.isalpha()}
    return voted(text) == DEFAULT and {sign.encode("cp1252", "replace") for sign in beyond} <= _TYPESET


def _differs_in_signs(sample: bytes, encoding: str) -> bool:
    """Where this table has a letter in no word (`Ł 300`), and no other, Windows-1252 has a sign of print (`£ 300`)."""
    told, other = "".join(_windows(sample)), sample.decode(encoding, "replace")
    places = [at for at, (sign, letter) in enumerate(zip(told, other, strict=True)) if sign != letter]
    return bool(places) and not any(_WORD.search(told[max(0, at - 1) : at + 2]) for at in places)


def _windows(data: bytes) -> list[str]:
    table = [bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(256)]
    latin = data.decode("latin-1")
    return [latin.translate({n: table[n] for n in range(128, 160)})]


def _detected(sample: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(sample, steps=5, chunk_size=1024).best()
    return best.encoding if best is not None else None
