"""Databases to ask and to write to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.world import WORLD, link
from timeline.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "x.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with WORLD, made once; read only."""
    file = tmp_path_factory.mktemp("world") / "world.db"
    with Store.open(file, create=True) as opened:
        opened.add(WORLD)
        opened.relink(link)
    return file


@pytest.fixture
def world(world_file: Path) -> Iterator[Store]:
    with Store.open(world_file) as opened:
        yield opened
