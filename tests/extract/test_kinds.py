"""Most of what documents of all kinds tell is found, and little else."""

from __future__ import annotations

from pathlib import Path

from tests.extract.kinds import FOLDER, Gold, Told, Wanted, golds, meets, score, scores

FOUND, RIGHT = 0.83, 0.90
"""Less was found, or right, of any part: somebody made it worse. `tests/bench/kinds.py` prints what it is now."""


def test_most_is_found_and_right(tmp_path: Path) -> None:
    told = list(scores(tmp_path / "kinds.db"))
    for unread in (False, True):
        part = [one for one in told if one.gold.unread is unread]
        wanted = sum(one.need == "must" for each in part for one in each.gold.wanted)
        assert sum(each.found["must"] for each in part) >= FOUND * wanted
        assert sum(each.right for each in part) >= RIGHT * sum(each.dated for each in part)


def test_every_quote_stands_in_its_document() -> None:
    for gold in golds():
        path = next(path for path in FOLDER.glob(f"{gold.name}.*") if path.suffix != ".toml")
        lines = path.read_text(encoding="utf-8").splitlines()
        text = " ".join(" ".join(line.lstrip("> ") for line in lines).split())
        assert all(one.quote in text for one in gold.wanted), gold.name


def test_a_claim_is_counted_once_and_what_is_tolerated_not_at_all() -> None:
    wanted = Wanted("The mill burned in 1902.", ("1902",), "must", "reported")
    gold = Gold("x", False, ("Founded 1900",), (wanted, Wanted("It was sold.", ("1904",), "should", "planned")))
    told = [
        Told("The mill burned in 1902. ", "1902", "reported"),
        Told("Founded 1900", "1900", "reported"),
        Told("It was sold.", "1903", "planned"),
    ]
    made = score(gold, told)
    assert (made.found["must"], made.found["should"], made.right, made.dated, made.status) == (1, 0, 1, 2, 1)


def test_half_a_sentence_is_enough_a_word_is_not() -> None:
    wanted = Wanted("When it rained the mill burned in 1902.", ("1902",), "must", "reported")
    assert meets(Told("the mill burned in 1902. Nobody wept.", "1902", "reported"), wanted)
    assert not meets(Told("1902. Nobody wept for it at all.", "1902", "reported"), wanted)
    assert not meets(Told("When it rained the mill burned in 1902.", "1903", "reported"), wanted)
