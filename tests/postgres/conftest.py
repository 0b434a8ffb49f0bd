"""A PostgreSQL server of our own: in a folder of its own, on a socket, gone when the tests are done."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.cli.conftest import Ran
from tests.cli.conftest import _run as run_program
from tests.store.world import WORLD, link
from timeline.store import Store

ROOT = Path(__file__).parents[2]
PASSWORD = "s3:cr/et@&%ü"
_SETTINGS = (
    *("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB", "max_connections=40"),
    *("listen_addresses=", "logging_collector=off", "autovacuum=off"),
)
_NUMBERS = count(1)


class Cluster:
    """The server, and databases on it. Its role `owner` may make databases and roles; `root` may everything."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, database: str, role: str = "owner", password: str = PASSWORD) -> str:
        """For `--db`."""
        return f"postgresql+psycopg://{role}:{quote(password, safe='')}@/{database}?host={quote(str(self.folder))}"

    def do(self, *statements: str, database: str = "postgres", role: str = "root") -> list[tuple[object, ...]]:
        """Run statements; the rows of the last."""
        import psycopg

        rows: list[tuple[object, ...]] = []
        where = {"host": str(self.folder), "dbname": database, "user": role, "password": PASSWORD}
        with psycopg.connect(autocommit=True, **where) as connection:  # type: ignore[arg-type]
            for statement in statements:
                cursor = connection.execute(statement.encode())
                rows = cursor.fetchall() if cursor.description else []
        return rows

    def database(self) -> str:
        """A new, empty one."""
        name = f"t{next(_NUMBERS)}"
        self.do(f"CREATE DATABASE {name} OWNER owner")
        return name

    def reader(self, database: str) -> str:
        """The URL of a role that may only SELECT there, as README makes one."""
        if not self.do("SELECT 1 FROM pg_roles WHERE rolname = 'reader'"):
            self.do(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
        self.do(
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader",
            database=database,
            role="owner",
        )
        return self.url(database, "reader")


def _programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server where one is installed; its own order of texts is another than by code points."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'timeline-db[postgres]'")
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = "postgres" if os.geteuid() == 0 else None
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    if user is not None:
        for path in (folder, folder / "password"):
            shutil.chown(path, user)

    def run(*command: str) -> None:
        subprocess.run(
            [str(programs / command[0]), *command[1:]],
            user=user,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        )

    data = str(folder / "data")
    language = ("--locale-provider=icu", "--icu-locale=en", "--locale=C")
    run("initdb", "-D", data, "-U", "root", "-A", "scram-sha-256", "--pwfile=password", "-E", "UTF8", "-N", *language)
    options = " ".join(f"-c {setting}" for setting in _SETTINGS)
    run("pg_ctl", "-D", data, "-w", "-l", "log", "-o", f"{options} -k {folder}", "start")
    try:
        made = Cluster(folder)
        made.do(f"CREATE ROLE owner LOGIN CREATEDB PASSWORD '{PASSWORD}'")
        yield made
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def url(cluster: Cluster) -> str:
    """A new, empty database."""
    return cluster.url(cluster.database())


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the person who runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("COLUMNS", "TIMELINE_DB"):
        monkeypatch.delenv(name, raising=False)


def program(*arguments: str | Path) -> Ran:
    """One run of the command line."""
    return run_program(*arguments)


class Twins:
    """The same in a file and on a server."""

    def __init__(self, file: Path, cluster: Cluster) -> None:
        self.file = str(file)
        self.name = cluster.database()
        self.url = cluster.url(self.name)

    def run(self, *arguments: str | Path) -> tuple[Ran, Ran]:
        """On both; the name of the database in what they say is `DB`."""
        from timeline.store.postgres.address import masked

        file, server = (program("--db", database, *arguments) for database in (self.file, self.url))
        named = ((file, self.file), (server, masked(self.url)))
        one, other = (ran._replace(out=ran.out.replace(db, "DB"), err=ran.err.replace(db, "DB")) for ran, db in named)
        return one, other

    def same(self, *arguments: str | Path) -> Ran:
        """What both say alike."""
        one, other = self.run(*arguments)
        assert one == other
        return one


@pytest.fixture(scope="session")
def seeded(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Twins:
    """The five documents of seeds/, and a few things that a person decided; read only."""
    twins = Twins(tmp_path_factory.mktemp("twins") / "seeds.db", cluster)
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        twins.same("add", "seeds")
    finally:
        os.chdir(before)
    return twins


@pytest.fixture(scope="session")
def worlds(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """WORLD of the store's tests in both; read only."""
    name = cluster.database()
    file = tmp_path_factory.mktemp("worlds") / "world.db"
    with Store.open(file, create=True) as one, Store.open(cluster.url(name), create=True) as other:
        for store in (one, other):
            store.add(WORLD)
            store.relink(link)
        yield one, other
