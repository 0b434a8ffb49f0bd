"""What went wrong with an input, kept by its uri until it is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store import seal
from timeline.store.dialect import inserting
from timeline.store.schema import problem as table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from timeline.model.problem import Problem
    from timeline.store.rows import Row

_INSERT = inserting(table)


def report(connection: Connection, problems: Iterable[Problem], settled: Iterable[str] = ()) -> None:
    """What went wrong, by input, in place of what went wrong with each before; nothing with those that are settled."""
    told: dict[str, list[Problem]] = {uri: [] for uri in settled}
    for problem in problems:
        told.setdefault(problem.uri, []).append(problem)
    for uri, of_it in told.items():
        write_problems(connection, uri, of_it)


def write_problems(connection: Connection, uri: str, problems: Sequence[Problem]) -> None:
    """What went wrong with one input, in place of what went wrong with it before."""
    connection.exec_driver_sql("DELETE FROM problem WHERE uri = ?", (uri,))
    connection.exec_driver_sql(seal.FORGET, ("problem", uri))
    told = problem_rows(uri, problems)
    if told:
        connection.exec_driver_sql(_INSERT, told)
        connection.exec_driver_sql(seal.INSERT, sealed(told))


def problem_rows(uri: str, problems: Sequence[Problem]) -> list[Row]:
    """Table `problem`."""
    return [(uri, n, p.stage, p.severity, p.code, p.message) for n, p in enumerate(problems)]


def sealed(told: Sequence[Row]) -> Row:
    """Table `seal`, of all rows of one input."""
    return "problem", told[0][0], seal.checksum(told)
