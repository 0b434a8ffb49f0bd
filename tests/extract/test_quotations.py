"""What stands within quotation marks."""

from __future__ import annotations

import pytest

from tests.extract.conftest import ENGLISH
from timeline.extract.claims import scene_of
from timeline.extract.quotations import SPEECH, quoted
from timeline.model.document import Document
from timeline.segment import segment


@pytest.mark.parametrize(
    ("text", "reach", "expected"),
    [
        ("The mill § burned.", SPEECH, False),
        ('"The mill § burned."', SPEECH, True),
        ('"The mill burned," § said Lindt.', SPEECH, False),
        ("“We left. The mill § burned.”", SPEECH, True),
        ("“We left.” The mill § burned.", SPEECH, False),
        ("“We left. It rained. The mill § burned.”", 1, False),
        ("“We left. It rained. The mill § burned.”", 2, True),
        ("“We left.\n\nThe mill § burned.", SPEECH, False),
        ("“We left. The mill § burned.”", 0, False),
    ],
)
def test_quoted(text: str, reach: int, expected: bool) -> None:
    offset = text.index("§")
    text = text.replace("§ ", "")
    sentences = segment(text, ENGLISH)
    scene = scene_of(Document("key", "a.txt", text, "text", "", ""), sentences, ENGLISH)
    number = next(number for number, one in enumerate(sentences) if one.start <= offset < one.end)
    assert quoted(scene, number, offset, reach) is expected
