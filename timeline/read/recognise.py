"""Which reader takes some bytes: by content first, by suffix second, else it is text or nothing of ours."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from timeline.errors import InputError
from timeline.read.decode import is_binary
from timeline.read.formats import Format, formats
from timeline.read.source import Source

HEAD = 1 << 16
"""Bytes that are looked at."""

ASIDE = (
    (b"\x89PNG\r\n", "a picture, not a document"),
    (b"\xff\xd8\xff", "a picture, not a document"),
    (b"GIF8", "a picture, not a document"),
    (b"II*\0", "a picture, not a document"),
    (b"MM\0*", "a picture, not a document"),
    (b"BM", "a picture, not a document"),
    (b"RIFF", "sound or film, not a document"),
    (b"ID3", "sound, not a document"),
    (b"OggS", "sound or film, not a document"),
    (b"fLaC", "sound, not a document"),
    (b"\x1aE\xdf\xa3", "film, not a document"),
    (b"\0\0\0\x18ftyp", "film, not a document"),
    (b"\0\0\0\x1cftyp", "film, not a document"),
    (b"\0\0\0 ftyp", "film, not a document"),
    (b"\x7fELF", "a program, not a document"),
    (b"MZ", "a program, not a document"),
    (b"\xca\xfe\xba\xbe", "a program, not a document"),
    (b"SQLite format 3\0", "a database, not a document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive, which timeline does not unpack"),
    (b"Rar!\x1a\x07", "a RAR archive, which timeline does not unpack"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive, which timeline does not unpack"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file: save it as .docx"),
)


_MAGIC = tuple(magic for magic, _ in ASIDE)
_CODE = (
    ".toml .yaml .yml .ini .cfg .conf .lock .py .pyc .ipynb .js .mjs .ts .css .scss .map .sh .c .h .cpp .java .rs .go"
    " .rb .sql .svg .xsl .xsd .dtd .tex .bib .bak .tmp .part .ics .vcf .pem .sum .sha256"
    " .db-wal .db-shm .db-journal .sqlite-wal .sqlite-shm"
)
_LOCKED = ("~$", ".~lock")
"""What office programs leave beside a file that is open."""
ASIDE_SUFFIXES = frozenset(_CODE.split())
"""Text, but no document: left aside unless the user names the file itself."""


def recognise(source: Source, head: bytes) -> Format:
    """The reader for a source; InputError (`code` `empty` | `binary`) when there is none."""
    known = formats()
    if source.format is not None:
        return known[source.format]
    suffix = source.suffix
    if not source.named and (suffix in ASIDE_SUFFIXES or source.name.startswith(_LOCKED)):
        raise InputError(
            f"{source.name} is of a kind that is no document; name it itself to read it.", code="aside", aside=True
        )
    if len(head) < HEAD and not head.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c\0"):
        raise InputError("It is empty." if not head.strip(b"\0") else "It holds nothing but blanks.", code="empty")
    for entry, looks in _looking():
        if looks(head):
            return entry
    if head.startswith(_MAGIC):
        _pass_over(head)
    if is_binary(head):
        raise InputError("It is neither text nor of a kind that timeline reads.", code="binary")
    return _by_suffix().get(suffix, known["text"])


def _pass_over(head: bytes) -> None:
    for magic, kind in ASIDE:
        if head.startswith(magic) and (len(magic) > 2 or is_binary(head)):
            raise InputError(f"It is {kind}.", code="binary", aside=True)


@cache
def _looking() -> tuple[tuple[Format, Callable[[bytes], bool]], ...]:
    """Those who know their format by its first bytes."""
    return tuple((entry, entry.looks) for entry in formats().values() if entry.looks is not None)


@cache
def _by_suffix() -> dict[str, Format]:
    """The first reader for each suffix that is enough."""
    entries = [entry for entry in reversed(formats().values()) if entry.by_suffix]
    return {suffix: entry for entry in entries for suffix in entry.suffixes}
