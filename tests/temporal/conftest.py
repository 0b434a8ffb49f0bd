"""Property tests run the same cases every time, keep nothing on disk and are not timed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", derandomize=True, database=None, deadline=None)
settings.load_profile("house")
