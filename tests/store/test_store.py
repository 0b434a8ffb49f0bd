"""What is added, changed and taken away; the content is the same whatever the order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.store.world import WORLD, Outcome, link, outcome
from timeline.errors import InputError, StoreError
from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.model.problem import Problem
from timeline.store import Filter, Store
from timeline.store import store as store_module

A, B, C = WORLD


def filled(path: Path, *results: Outcome) -> str:
    """The digest of a database to which these were added one after another, each linked."""
    with Store.open(path, create=True) as made:
        for result in results:
            made.add([result])
            made.relink(link)
        assert made.check() == []
        return made.digest()


def titles(store: Store, **wanted: object) -> list[str]:
    return [event.title for event in store.events(Filter.of(**wanted))]


def test_events_come_back_as_they_were_linked(store: Store) -> None:
    store.add(WORLD)
    store.relink(link)
    claims = [claim for result in sorted(WORLD, key=lambda r: r.document.uri) for claim in result.claims]
    expected = {event.key: event for event in link(claims, {r.document.key: _facts(r) for r in WORLD})}
    found = list(store.events(Filter.of(undated=None)))
    assert {event.key: event for event in found} == expected
    assert [store.event(event.key) for event in found] == found


def _facts(result: Outcome) -> DocumentFacts:
    return DocumentFacts(result.document.key, result.document.uri)


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path) -> None:
    digests = {filled(tmp_path / f"{n}.db", *order) for n, order in enumerate(itertools.permutations(WORLD))}
    assert len(digests) == 1


def test_the_size_of_a_batch_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = set()
    for size in (1, 2, 100):
        monkeypatch.setattr(store_module, "BATCH", size)
        with Store.open(tmp_path / f"{size}.db", create=True) as made:
            made.add(WORLD)
            made.relink(link)
            digests.add(made.digest())
    assert len(digests) == 1


def test_digest_sees_a_change(tmp_path: Path) -> None:
    assert filled(tmp_path / "1.db", A, B) != filled(tmp_path / "2.db", A, C)


def test_the_same_again_is_unchanged(store: Store) -> None:
    assert store.add(WORLD)[:4] == (3, 0, 0, 17)
    store.relink(link)
    before = store.digest()
    assert store.add(WORLD)[:4] == (0, 0, 3, 0)
    assert not store.stale
    assert store.digest() == before


def test_a_changed_document_replaces_its_claims(tmp_path: Path) -> None:
    changed = outcome("a.txt", "1989-11-09 | The wall fell | Germany @ Berlin")
    with Store.open(tmp_path / "x.db", create=True) as made:
        made.add(WORLD)
        made.relink(link)
        assert made.add([changed])[:4] == (0, 1, 0, 1)
        assert made.stale
        made.relink(link)
        assert "The conflict began" not in titles(made)
        assert titles(made, actor="germany") == ["The wall fell"]
        assert titles(made, actor="Azerbaijan") == []
        digest = made.digest()
    assert digest == filled(tmp_path / "clean.db", B, C, changed)


def test_new_rules_read_the_same_bytes_anew(tmp_path: Path) -> None:
    anew = outcome("b.txt", *_lines(B), fingerprint="rules-2")
    with Store.open(tmp_path / "x.db", create=True) as made:
        made.add([B])
        assert made.known([B.document.bytes_sha256], "rules-1") == {B.document.bytes_sha256: {"b.txt"}}
        assert made.known([B.document.bytes_sha256], "rules-2") == {}
        assert made.add([anew]).changed == 1
        made.relink(link)
        digest = made.digest()
    assert digest == filled(tmp_path / "clean.db", anew)


def _lines(result: Outcome) -> list[str]:
    return [
        f"{c.when.edtf if c.when else ''} | {c.title} | {'; '.join(c.actors)} @ {'; '.join(c.places)} | {c.status}"
        for c in result.claims
    ]


@pytest.mark.parametrize("order", list(itertools.permutations(("m.txt", "k.txt", "z.txt"))))
def test_the_same_bytes_under_other_names_are_one_document(tmp_path: Path, order: tuple[str, ...]) -> None:
    line = "1989-11-09 | The wall fell | Germany @ Berlin"
    with Store.open(tmp_path / "x.db", create=True) as made:
        for uri in order:
            made.add([outcome(uri, line)])
        made.relink(link)
        assert made.counts()["documents"] == 1
        digest = outcome("k.txt", line).document.bytes_sha256
        assert made.known([digest], "rules-1") == {digest: set(order)}
        [row] = made.rows()
        assert [(claim["document"], claim["title"]) for claim in row["evidence"]] == [("k.txt", "On k.txt")]
        assert made.remove("k.txt") == 1
        made.relink(link)
        [row] = made.rows()
        assert [claim["document"] for claim in row["evidence"]] == ["m.txt"]
        assert made.remove("m.txt") + made.remove("z.txt") == 2
        made.relink(link)
        assert made.counts()["documents"] == made.counts()["events"] == made.counts()["entities"] == 0


def test_in_one_batch_the_later_of_one_name_holds(store: Store) -> None:
    first, second = outcome("n.txt", "1990 | One |"), outcome("n.txt", "1991 | Two |")
    store.add([first, second])
    store.relink(link)
    assert titles(store) == ["Two"]
    assert store.counts()["documents"] == 1


def test_a_name_moves_between_documents(store: Store) -> None:
    one, two = "1990 | One |", "1991 | Two |"
    store.add([outcome("p.txt", one), outcome("q.txt", two)])
    store.add([outcome("p.txt", two), outcome("q.txt", one)])
    store.relink(link)
    told = {claim["claim_title"]: claim["document"] for row in store.rows() for claim in row["evidence"]}
    assert told == {"Two": "p.txt", "One": "q.txt"}
    assert store.check() == []


def test_locate_gives_one_more_name(store: Store) -> None:
    store.add([A, B])
    sha256 = A.document.bytes_sha256
    assert store.locate("copy.txt", sha256, "rules-1")
    assert not store.locate("copy.txt", sha256, "rules-1")
    assert store.known([sha256, "0" * 64], "rules-1") == {sha256: {"a.txt", "copy.txt"}}
    assert store.locate("b.txt", sha256, "rules-1")
    assert store.counts()["documents"] == 1
    assert not store.locate("b.txt", "0" * 64, "rules-1")


def test_remove_takes_the_parts_too(store: Store) -> None:
    names = ["m.zip", "m.zip!a", "m.zip!b#2", "m.zip#1", "m.zipper", "m.zi"]
    store.add([outcome(uri, f"19{n}0 | Thing {n} |") for n, uri in enumerate(names, 1)])
    store.report([Problem("m.zip!c", "read", "failed", "binary", "It is no text.")])
    assert store.remove("m.zip") == 5
    store.relink(link)
    assert titles(store) == ["Thing 5", "Thing 6"]
    assert store.problems() == []
    assert store.remove("m.zip") == 0


def test_problems_are_facts_and_go_when_they_are_mended(store: Store) -> None:
    broken = Problem("a.txt", "read", "failed", "binary", "It is no text.")
    other = Problem("z.txt", "read", "failed", "missing", "It is not there.")
    store.report([other, broken])
    store.report([broken])
    assert store.problems() == [broken, other]
    store.add([A])
    assert store.problems() == [other]


def test_a_claim_told_twice_is_kept_once(store: Store) -> None:
    twice = Outcome(A.document, A.mentions, (*A.claims, *A.claims), A.published)
    store.add([twice])
    assert store.counts()["claims"] == len(A.claims)


def test_an_error_undoes_the_batch_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "BATCH", 1)

    def failing() -> Iterator[Outcome]:
        yield A
        yield Outcome(B.document, B.mentions, (object(),))  # type: ignore[arg-type]

    with Store.open(tmp_path / "x.db", create=True) as made:
        with pytest.raises(AttributeError):
            made.add(failing())
        assert made.counts()["documents"] == 1
        made.relink(link)
        digest = made.digest()
    assert digest == filled(tmp_path / "clean.db", A)


def test_readers_go_on_while_somebody_writes(store: Store, path: Path) -> None:
    store.add([A])
    store.relink(link)
    with Store.open(path) as reader:
        rows = reader.rows()
        first = next(rows)
        store.add([B, C])
        store.relink(link)
        assert [first["title"], *(row["title"] for row in rows)] == [c.title for c in A.claims if c.when]
        assert len(list(reader.rows())) == 13


def test_a_linker_that_is_overtaken_works_again(store: Store, path: Path) -> None:
    store.add([A])
    overtaken: list[int] = []

    def slow(claims: Sequence[Claim], documents: Mapping[str, DocumentFacts]) -> tuple[Event, ...]:
        if len(overtaken) < 2:
            overtaken.append(len(claims))
            with Store.open(path, create=True) as other:
                other.add([WORLD[len(overtaken)]])
        return link(claims, documents)

    assert store.relink(slow) == 14
    assert overtaken == [8, 15]
    assert not store.stale
    assert store.check() == []


def test_at_rest_it_is_one_file(path: Path) -> None:
    with Store.open(path, create=True) as made:
        made.add([A])
        made.relink(link)
    assert list(path.parent.iterdir()) == [path]
    with Store.open(path) as reader:
        assert reader.counts()["claims"] == 8
        assert list(path.parent.iterdir()) == [path]


def test_nothing_is_made_before_the_first_write(path: Path) -> None:
    with Store.open(path, create=True) as made:
        assert made.known(["0" * 64], "rules-1") == {}
    assert not path.parent.exists()


def test_memory_is_a_database_that_goes() -> None:
    with Store.open(":memory:") as made:
        made.add([A])
        assert made.relink(link) == 8
        folder = made.path.parent
    assert not folder.exists()


def test_key_prefixes(world: Store) -> None:
    keys = sorted(event.key for event in world.events(Filter.of(undated=None)))
    length = world.key_length
    assert len({key[:length] for key in keys}) == len(keys)
    assert world.event(keys[0][:length].upper()).key == keys[0]
    assert world.row(keys[0])["key"] == keys[0]
    for prefix in ("", "zzzzzz", "%"):
        with pytest.raises(InputError, match="there is no event"):
            world.event(prefix)


def test_an_ambiguous_prefix_names_the_candidates(store: Store) -> None:
    store.add([outcome("x.txt", *(f"{year} | Thing {year} |" for year in range(1900, 1980)))])
    store.relink(link)
    keys = [event.key for event in store.events()]
    prefix = next(key[0] for key in keys if sum(other[0] == key[0] for other in keys) > 1)
    with pytest.raises(InputError, match="could be") as caught:
        store.event(prefix)
    assert all(candidate[0].startswith(prefix) for candidate in caught.value.facts["candidates"])  # type: ignore[attr-defined]


def test_years_and_counts(world: Store) -> None:
    assert world.years()[:2] == [(-43, 1), (1918, 1)]
    assert sum(events for _, events in world.years()) == 12
    assert world.counts() == {
        "documents": 3,
        "claims": 17,
        "events": 14,
        "entities": 10,
        "problems": 0,
        "decisions": 0,
        "undated": 1,
    }


def test_an_unsupported_url_is_refused() -> None:
    with pytest.raises(StoreError, match="mysql"):
        Store.open("mysql://somewhere/x")


def test_references_are_looked_up_again_once_new_documents_are_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path / "x.db", create=True) as made:
        for several in (WORLD[:2], WORLD[1:], (outcome("d.txt", "1990 | A | B"), outcome("d.txt", "1991 | A | B"))):
            made.add(several)
            assert made._write().run(lambda connection: connection.exec_driver_sql("PRAGMA foreign_keys").scalar()) == 1
        made.relink(link)
        assert made.counts()["documents"] == 4
        assert made.check() == []
