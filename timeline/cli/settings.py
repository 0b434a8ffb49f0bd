"""What a person or a project has settled once: defaults for options, in TOML.

An option on the command line comes first, then the environment (`TIMELINE_GENRE`), then `timeline.toml` beside the
database, then the person's own `timeline/config.toml` under $XDG_CONFIG_HOME (else ~/.config). In each file a setting
in the table of a command (`[export]`, by the option's long name) comes before the same one for all commands. Files
that are not there cost nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

NAMES = ("database", "gazetteer", "genre", "language", "encoding", "jobs", "format", "by")
"""Settings for all commands; a command without such an option passes them over."""
_PATHS = ("database", "gazetteer")
"""Relative to the file that names them."""
_NEVER = ("db", "debug", "help", "force", "save")


def database() -> str | None:
    """The person's usual database."""
    told = _read(_own_file()).get("database")
    return None if told is None else str(told)


def defaults(name: str, command: click.Command, of: str, commands: list[str]) -> dict[str, Any]:
    """Values for the options of a command whose database is `of`, by parameter name; InputError for a wrong setting."""
    options = {option[2:]: param for param in command.params for option in param.opts if option.startswith("--")}
    told: dict[str, Any] = {}
    for layer in [_environment(), *_layers(_beside(of), name, commands), *_layers(_own_file(), name, commands)]:
        for key, value in layer.items():
            param = options.get(key)
            if param is not None and param.name and param.name not in told and _fits(key, param, value):
                many = getattr(param, "multiple", False) and not isinstance(value, list)
                told[param.name] = [value] if many else value
            elif param is None and key not in NAMES:
                raise InputError(f"The settings of [{name}] name '{key}', which is no option of it.", name=key)
    return told


def _layers(path: str, name: str, commands: list[str]) -> Iterator[dict[str, Any]]:
    """The table of the command, then what the file says for all."""
    told = _read(path)
    if not told:
        return
    for key, value in told.items():
        if isinstance(value, dict):
            wrong = None if key in commands else f"there is no command {key!r}"
        else:
            wrong = None if key in NAMES else f"there is no setting {key!r}; there are {', '.join(NAMES)}"
        if wrong:
            raise InputError(f"{path}: {wrong}.", path=path, name=key)
    own = told.get(name, {})
    if any(key in _NEVER for key in own):
        raise InputError(f"{path}: [{name}] may not settle {', '.join(_NEVER)}.", path=path)
    yield own
    yield {key: value for key, value in told.items() if not isinstance(value, dict)}


def _environment() -> dict[str, Any]:
    told = {name: os.environ.get(f"TIMELINE_{name.upper()}") for name in NAMES if name != "database"}
    return {name: value for name, value in told.items() if value}


def _fits(key: str, param: click.Parameter, value: Any) -> bool:
    """The formats of some commands are their own: what is settled for all others passes them by."""
    choices = getattr(param.type, "choices", None)
    return key != "format" or choices is None or value in choices


def _own_file() -> str:
    folder = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")  # noqa: PTH111, PTH118
    return os.path.join(folder, "timeline", "config.toml")  # noqa: PTH118


def _beside(of: str) -> str:
    """The project's file; none where the database is no file."""
    return "" if "://" in of else os.path.join(os.path.dirname(of), "timeline.toml")  # noqa: PTH118, PTH120


def _read(path: str) -> dict[str, Any]:
    """The settings of a file, its paths made absolute; nothing where there is none."""
    if not os.path.isfile(path):  # noqa: PTH113
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:  # noqa: PTH123
            told = tomllib.load(file)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"The settings {path} cannot be read: {error}", path=path) from error
    for name in _PATHS:
        if isinstance(told.get(name), str) and "://" not in told[name]:
            told[name] = os.path.join(os.path.dirname(path), os.path.expanduser(told[name]))  # noqa: PTH111, PTH118, PTH120
    return told
