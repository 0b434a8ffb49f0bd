"""What every test may count on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")  # the same cases every time, nothing kept on disk, nothing timed

if threading.current_thread() is threading.main_thread():
    # A shell that starts the tests in the background lets them, and so every program they start, ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)

CROWD = "tests/store/test_crowd.py::test_two_write_and_ten_read"
"""It takes a minute, and sleeps for most of it: the minute begins with the tests, and is judged at their end."""
SECONDS = os.environ.get("TIMELINE_CROWD_SECONDS", "60")
_begun: list[tuple[subprocess.Popen[bytes], Path]] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The crowd is judged last."""
    items.sort(key=lambda item: item.nodeid == CROWD)


def pytest_collection_finish(session: pytest.Session) -> None:
    """It begins here, where there is but one process."""
    alone = not hasattr(session.config, "workerinput") and not session.config.option.collectonly
    if alone and any(item.nodeid == CROWD for item in session.items):
        _begin(session.config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(node: Any, ids: Sequence[str]) -> None:
    """Or here, where there are workers."""
    if CROWD in ids and not _begun:
        _begin(node)


def _begin(run: Any) -> None:
    folder = _folder(run)
    folder.mkdir()
    command = [sys.executable, "-m", "tests.store.crowd", str(folder), SECONDS]
    with (folder / "said").open("wb") as said:
        crowd = subprocess.Popen(
            command, cwd=Path(__file__).parents[1], stdout=said, stderr=said, start_new_session=True
        )
    _begun.append((crowd, folder))


def pytest_unconfigure() -> None:
    """Nobody is left of it, and nothing."""
    for crowd, folder in _begun:
        if crowd.poll() is None:
            os.killpg(crowd.pid, signal.SIGKILL)
            crowd.wait()
        shutil.rmtree(folder)


def _folder(run: Any) -> Path:
    """The same for all processes of one run of the tests: `run` is a configuration or an xdist node."""
    told = getattr(run, "workerinput", {}).get("testrunuid", f"{os.getpid()}")
    return Path(tempfile.gettempdir()) / f"timeline-crowd-{told}"


@pytest.fixture
def crowd(request: pytest.FixtureRequest) -> Path:
    """Where the crowd is."""
    return _folder(request.config)
