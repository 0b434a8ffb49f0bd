"""Compose the stages: a document becomes claims; many documents, in workers that may die without harm.

`pipeline.process` has the way of one document. It is not imported here: where documents are read by workers, or are
known already, this process needs no stages.
"""

from __future__ import annotations

from timeline.pipeline.limits import Limits
from timeline.pipeline.options import Options
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.result import Result
from timeline.pipeline.run import run

__all__ = ["Limits", "Options", "Outcome", "Result", "run"]
