"""From what a person names (files, folders, patterns, standard input) to documents, losing nothing silently.

`find` → `unpack` (archives, mailboxes, tables: into their parts, cheaply, where the caller lives) → `read` (one part
into documents, where it may cost). Everything that goes wrong is a `Problem` in the stream, never an exception.
"""

from __future__ import annotations

from timeline.read.find import find
from timeline.read.formats import Format, formats
from timeline.read.gauge import Gauge
from timeline.read.reader import read
from timeline.read.reading import Reading
from timeline.read.source import BARE, DIVISIBLE, Source
from timeline.read.unpack import unpack

__all__ = ["BARE", "DIVISIBLE", "Format", "Gauge", "Reading", "Source", "find", "formats", "read", "unpack"]
