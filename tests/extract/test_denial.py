"""What somebody denies, and what nothing speaks for."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Told


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("There is no evidence that he saw the mill in [1417].", "He saw the mill", "denied"),
        (
            "The tale that Ada Lindt sold the mill in [1948] is untrue.",
            "The tale that Ada Lindt sold the mill is untrue",
            "denied",
        ),
        (
            "Claims on the radio that the dam broke in [1948] are entirely false, the mayor said.",
            "Claims on the radio that the dam broke are entirely false",
            "denied",
        ),
        (
            "The claim that Karl Moe fled in [1948] is not true.",
            "The claim that Karl Moe fled is not true",
            "denied",
        ),
        ("The rumour that she won in [1948] is true.", "The rumour that she won is true", "reported"),
        (
            "The claim that Karl Moe fled in [1948] was made by his son, and it is false.",
            "The claim that Karl Moe fled was made by his son",
            "reported",
        ),
        (
            "She has denied meeting anyone from the firm in [1948].",
            "She has denied meeting anyone from the firm",
            "denied",
        ),
        (
            "The minister denied meeting costs had risen in [1948].",
            "The minister denied meeting costs had risen",
            "reported",
        ),
        (
            "The owners deny that Karl Moe passed the boiler when he saw the ship in [1948].",
            "Karl Moe passed the boiler when he saw the ship",
            "denied",
        ),
        (
            "Hale Works has always denied that its managers knew of the cracks before [May 1948=../1948-05].",
            "Hale Works has always denied that its managers knew of the cracks",
            "denied",
        ),
    ],
)
def test_denied(told: Told, text: str, title: str, status: str) -> None:
    (claim,) = told(text, "2001-05-04")
    assert (claim.title, claim.status) == (title, status)
