"""What a damaged database still holds is saved, and what is not is told."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from timeline import library
from timeline.errors import StoreError
from timeline.library.recovering import recover
from timeline.store import Store

PAGE = 4096
TOWNS = ("Leith", "Cadiz", "Turku", "Gdansk", "Porto", "Bergen", "Varna", "Split")


def sentences(number: int) -> str:
    """A short text or one longer than a page, with an event a sentence."""
    return " ".join(
        f"The harbour of {TOWNS[(number + n) % 8]} burned down on {1 + n % 28} May {1800 + 7 * number + n}."
        for n in range(10 + 70 * (number % 2))
    )


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight documents, their events, two decisions, a saved query."""
    folder = tmp_path_factory.mktemp("original")
    (folder / "texts").mkdir()
    for number in range(8):
        (folder / "texts" / f"{number}.txt").write_text(sentences(number), encoding="utf-8")
    path = folder / "x.db"
    with library.open(path) as timeline:
        timeline.add(folder / "texts", jobs=0)
        key = next(timeline.rows())["key"]
        timeline.decide("label", key, add=["fire"])
        timeline.decide("add", title="A lighthouse was lit", date="1851-06-02")
        timeline.store.saved.save("fires", {"label": "fire"})
    return path


@pytest.fixture(scope="module")
def whole(original: Path) -> tuple[str, dict[str, str]]:
    """Its digest, and its texts by uri."""
    with Store.open(original) as store:
        return store.digest(), texts(original)


def texts(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT uri, text FROM document").fetchall())


def hurt(original: Path, path: Path, *spots: tuple[int, bytes]) -> Path:
    data = bytearray(original.read_bytes())
    for at, what in spots:
        data[at : at + len(what)] = what
    path.write_bytes(bytes(data))
    return path


def saved(path: Path, target: Path, texts_before: dict[str, str]) -> tuple[list[str], str]:
    """What is told as lost, and the digest of what was saved; whatever is not told is as it was."""
    before = path.read_bytes()
    account = recover(path, target)
    assert path.read_bytes() == before
    with Store.open(target) as store:
        assert store.check() == []
        assert store.counts()["documents"] == account.documents
        digest = store.digest()
    texts_after = texts(target)
    unnamed = 0
    for uri, text in texts_before.items():
        by_hand = uri.startswith("by-hand") and any("decision" in line for line in account.lost)
        if by_hand or any(uri in line for line in account.lost):
            continue
        unnamed += uri not in texts_after
        assert texts_after.get(uri, text) == text, uri
    assert unnamed <= sum(int(line.split()[0]) for line in account.lost if "not even a name" in line), account.lost
    assert {entry.name for entry in path.parent.iterdir()} == {path.name, target.name}
    return account.lost, digest


def test_a_whole_one_is_copied(original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path) -> None:
    lost, digest = saved(hurt(original, tmp_path / "x.db"), tmp_path / "new.db", whole[1])
    assert (lost, digest) == ([], whole[0])
    with library.open(tmp_path / "new.db", create=False) as timeline:
        assert timeline.sql("select count(*) as n from fires") == [{"n": 1}]


@pytest.mark.parametrize("part", range(6))
def test_a_page_of_zeros(original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path, part: int) -> None:
    """Every page of a part of the file: facts that were on it are gone or come again, and all the others are there."""
    pages = original.stat().st_size // PAGE
    for page in list(range(pages))[part::6][:: max(1, pages // 20)]:
        folder = tmp_path / str(page)
        folder.mkdir()
        path = hurt(original, folder / "x.db", (page * PAGE, bytes(PAGE)))
        lost, digest = saved(path, folder / "new.db", whole[1])
        assert len(lost) <= 6, (page, lost)
        if not lost and page:
            assert digest == whole[0], page


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET numbers = '[' WHERE id = 3",
        "UPDATE claim SET precision = 'dey' WHERE id = 3",
        "UPDATE time_expression SET precision = 'dey' WHERE start = (SELECT max(start) FROM time_expression)",
        "UPDATE document SET page_starts = '(0]' WHERE id = 3",
        "UPDATE document SET published_precision = 'dey' WHERE id = 3",
    ],
)
def test_values_that_cannot_be_read(
    original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path, statement: str
) -> None:
    """What was understood from a sound text is understood again."""
    path = hurt(original, tmp_path / "x.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    assert saved(path, tmp_path / "new.db", whole[1]) == ([], whole[0])


def test_of_two_names_one_of_which_is_wrong_both_are_kept(original: Path, tmp_path: Path) -> None:
    path = hurt(original, tmp_path / "x.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE document SET uri = '~' || uri WHERE id = 3")
        connection.commit()
    assert recover(path, tmp_path / "new.db").lost == []
    with Store.open(tmp_path / "new.db") as store:
        assert store.check() == []
        assert sum(uri.startswith("~") for (uri,) in store.sql("select uri from document_location").rows) == 1


@pytest.mark.parametrize("seed", range(4))
def test_bytes_and_pages_of_chance(
    original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path, seed: int
) -> None:
    dice = random.Random(seed)
    size = original.stat().st_size
    spots = [(dice.randrange(size), dice.randbytes(1)) for _ in range(40)]
    spots += [(dice.randrange(size // PAGE) * PAGE, dice.randbytes(PAGE)) for _ in range(seed)]
    lost, _ = saved(hurt(original, tmp_path / "x.db", *spots), tmp_path / "new.db", whole[1])
    left = texts(tmp_path / "new.db")
    assert left  # something is saved, and each text that is not as it was is told of
    assert lost or left == whole[1]


def test_a_flipped_byte_in_a_quoted_sentence_is_healed(
    original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    data = original.read_bytes()
    at = data.index(sentences(0)[:300].encode())
    lost, digest = saved(hurt(original, tmp_path / "x.db", (at + 30, b"\xff")), tmp_path / "new.db", whole[1])
    assert (lost, digest) == ([], whole[0])


def test_a_file_that_was_cut_off(original: Path, whole: tuple[str, dict[str, str]], tmp_path: Path) -> None:
    path = hurt(original, tmp_path / "x.db")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    lost, _ = saved(path, tmp_path / "new.db", whole[1])
    assert len(lost) <= 12


def test_what_a_log_holds_is_saved_too(original: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    shutil.copyfile(original, path)
    with library.open(path) as timeline, library.open(path) as reader:
        assert reader.count() > 0
        timeline.decide("add", title="A bridge opened", date="1900", relink=False)
        (tmp_path / "left").mkdir()
        for name in ("x.db", "x.db-wal"):
            shutil.copyfile(tmp_path / name, tmp_path / "left" / name)
    account = recover(tmp_path / "left" / "x.db", tmp_path / "new.db")
    assert account.decisions == 3
    assert account.lost == []


def test_where_nothing_is_left(tmp_path: Path, original: Path) -> None:
    for content in (b"", b"dear diary", bytes(PAGE * 3), random.Random(1).randbytes(PAGE * 9)):
        path = tmp_path / "x.db"
        path.write_bytes(content)
        with pytest.raises(StoreError, match="nothing"):
            recover(path, tmp_path / "new.db")
    with pytest.raises(StoreError, match="nothing"):
        recover(tmp_path / "none.db", tmp_path / "new.db")
    (tmp_path / "new.db").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="there already"):
        recover(original, tmp_path / "new.db")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["new.db", "x.db"]
