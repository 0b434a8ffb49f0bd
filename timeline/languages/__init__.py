"""Languages as data: one TOML file each, and the loader."""

from __future__ import annotations

from timeline.languages.loader import Language, codes, load

__all__ = ["Language", "codes", "load"]
