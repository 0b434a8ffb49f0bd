"""Claims that could be printed: who did what, where and when, and whether it was told as done."""

from __future__ import annotations

from timeline.extract.claims import extract

__all__ = ["extract"]
