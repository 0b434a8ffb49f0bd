"""The tables of names, and a user's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.extract.who.gazetteer import builtin, load
from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("alias", "name", "kind"),
    [
        ("Armenian", "Armenia", "country"),
        ("Azeri", "Azerbaijan", "country"),
        ("U.S.", "United States", "country"),
        ("Côte d'Ivoire", "Ivory Coast", "country"),
        ("UN", "United Nations", "organisation"),
        ("Karabakh", "Nagorno-Karabakh", "place"),
        ("Kiev", "Kyiv", "place"),
    ],
)
def test_aliases(alias: str, name: str, kind: str) -> None:
    entity = builtin("en").entries[alias]
    assert (entity.name, entity.kind) == (name, kind)


def test_a_capital_knows_its_country() -> None:
    assert builtin("en").entries["Yerevan"].seat_of == "Armenia"


def test_the_longest_alias_wins() -> None:
    found = builtin("en").find(["UN", "Security", "Council", "met"], 0)
    assert found is not None
    assert (found[0].name, found[1]) == ("UN Security Council", 3)


def test_no_row_is_malformed() -> None:
    data = Path(__file__).parents[3] / "timeline" / "extract" / "data"
    for path, cells in (("countries.en.tsv", 4), ("organisations.en.tsv", 2), ("regions.en.tsv", 3), ("places.tsv", 4)):
        rows = (data / path).read_text(encoding="utf-8").splitlines()
        bad = [row for row in rows if row[:1] != "#" and (not row.strip() or row.count("\t") >= cells or row[0] == " ")]
        assert bad == []


def test_a_users_names_win(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(
        "alias,canonical,kind\n# ours\nHQ,Hale Works,organisation\nDanish,Kingdom of Denmark,country\n", "utf-8"
    )
    own = load(path)
    (claim,) = told("HQ hired Danish workers in [1912].", None, own)
    assert claim.actors == ("Hale Works", "Kingdom of Denmark")


@pytest.mark.parametrize("row", ["HQ,Hale Works", "HQ,Hale Works,company", ",Hale Works,organisation"])
def test_a_bad_row_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(f"UN,United Nations,organisation\n{row}\n", "utf-8")
    with pytest.raises(InputError, match="Line 2") as caught:
        load(path)
    assert caught.value.line == 2


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.csv")
