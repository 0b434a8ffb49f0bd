"""Cut a text into sentences, headings, list items and table rows, with exact offsets."""

from __future__ import annotations

from timeline.segment.sentences import segment, sentences

__all__ = ["segment", "sentences"]
