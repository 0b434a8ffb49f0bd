"""One writer at a time: whoever comes second, from another thread, waits."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def in_turn(method: F) -> F:
    """A method that runs while no other so marked runs, of the same object, by its lock `turn`; it may call them."""

    @wraps(method)
    def waiting(self: Any, *args: Any, **kwargs: Any) -> Any:
        with self.turn:
            return method(self, *args, **kwargs)

    return cast("F", waiting)
