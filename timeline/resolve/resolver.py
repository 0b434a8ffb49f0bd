"""Expressions in, mentions out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages import Language
from timeline.model.document import Published
from timeline.model.expression import TimeExpression
from timeline.model.mention import TimeMention


def resolve(
    expressions: Sequence[TimeExpression],
    text: str,
    language: Language,
    published: Published | None = None,
    genre: str = "auto",
) -> tuple[TimeMention, ...]:
    """Place each expression: `genre` is `news` (leans on `published`), `narrative` (on the last date told), `colloquial` or `auto`."""
    return ()
