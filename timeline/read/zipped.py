"""Zip files, also those that call themselves .docx, .odt or .epub: opened and read within limits."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO

from timeline.errors import InputError
from timeline.read.budget import Budget, metered

LOCAL_HEADER = b"PK\x03\x04"


def opened(stream: BinaryIO | bytes) -> zipfile.ZipFile:
    """The archive; InputError when it is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(stream) if isinstance(stream, bytes) else stream)
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"It is a damaged archive: {_told(error)}.", code="damaged") from error


def member(archive: zipfile.ZipFile, name: str, budget: Budget) -> BinaryIO:
    """A stream of one member, counted; InputError when it is missing, encrypted or packed in an unknown way."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 1:
            raise InputError(f"{name} in it is encrypted.", code="encrypted")
        return metered(archive.open(info), budget)  # type: ignore[arg-type]
    except KeyError as error:
        raise InputError(f"It lacks {name}.", code="damaged") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise InputError(f"{name} in it is damaged: {_told(error)}.", code="damaged") from error


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
