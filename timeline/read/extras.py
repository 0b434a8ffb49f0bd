"""Heavy libraries are extras: imported when first needed, and named in the message when they are missing."""

from __future__ import annotations

import importlib
from typing import Any

from timeline.errors import InputError


def need(module: str, extra: str, what: str = "This format") -> Any:
    """The module; InputError that names the extra, and `what` needs it, when it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise InputError(
            f"{what} needs {module.partition('.')[0]}; install it with: pip install 'timeline-db[{extra}]'.",
            code="needs-extra",
            extra=extra,
        ) from error
