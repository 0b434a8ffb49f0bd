"""Zip files, also those that call themselves .docx, .odt or .epub: opened and read within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import BinaryIO

from timeline.errors import InputError
from timeline.read.budget import Budget, metered
from timeline.read.source import whole

LOCAL_HEADER = b"PK\x03\x04"


def _lzma_error() -> type[Exception]:
    """What LZMA raises; a Python built without it raises NotImplementedError for what it packed."""
    try:
        from lzma import LZMAError
    except ImportError:
        return NotImplementedError
    return LZMAError


BROKEN = (zipfile.BadZipFile, zlib.error, _lzma_error(), NotImplementedError, RuntimeError, EOFError, ValueError)
"""What the standard library raises for archives and members that it cannot give."""


def opened(stream: BinaryIO | bytes) -> zipfile.ZipFile:
    """The archive; InputError when it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(stream) if isinstance(stream, bytes) else stream)
    except (*BROKEN, OSError) as error:
        raise InputError(f"It is a damaged archive: {_told(error)}.", code="damaged") from error


def content(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, budget: Budget) -> bytes:
    """All bytes of one member; InputError as `member`, and when it breaks off or its checksum is wrong."""
    with member(archive, name, budget) as stream:
        try:
            return whole(stream)
        except (*BROKEN, OSError) as error:
            raise InputError(f"{_name(name)} in it is damaged: {_told(error)}.", code="damaged") from error


def member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    """A stream of one member, counted; InputError when it is missing, encrypted or packed in an unknown way."""
    try:
        info = archive.getinfo(name) if isinstance(name, str) else name
        if info.flag_bits & 1:
            raise InputError(f"{_name(name)} in it is encrypted.", code="encrypted")
        return metered(archive.open(info), budget)  # type: ignore[arg-type]
    except KeyError as error:
        raise InputError(f"It lacks {name}.", code="damaged") from error
    except BROKEN as error:
        raise InputError(f"{_name(name)} in it is damaged: {_told(error)}.", code="damaged") from error


def _name(name: str | zipfile.ZipInfo) -> str:
    return name if isinstance(name, str) else name.filename


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
