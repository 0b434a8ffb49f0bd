"""The order of the units."""

from __future__ import annotations

import subprocess
import sys

from timeline.temporal.precision import Precision, coarser


def test_ranks_run_from_second_to_millennium() -> None:
    assert [unit.rank for unit in Precision] == list(range(13))
    assert (Precision.SECOND.rank, Precision.MILLENNIUM.rank) == (0, 12)
    assert Precision("decade") is Precision.DECADE


def test_coarser() -> None:
    assert coarser(Precision.DAY, Precision.MONTH) is Precision.MONTH
    assert coarser(Precision.MONTH, Precision.DAY) is Precision.MONTH


def test_the_floor_imports_nothing_heavy() -> None:
    code = (
        "import sys; import timeline.temporal.interval, timeline.temporal.duration;"
        "print(*{'datetime', 'decimal', 'tomllib', 'sqlite3', 'json', 'locale'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == ""
