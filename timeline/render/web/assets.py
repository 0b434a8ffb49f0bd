"""The page's own style and script, made lean, and the policy that lets these two run and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from urllib.parse import quote

from timeline.render.web import lean

SCRIPTS = ("calendar", "scale", "facts", "list", "facets", "marks", "strip", "range", "address", "keys", "start")
"""In this order inside one function: later files use the names of earlier ones."""
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="none" stroke="#1c5d99" stroke-width="3" '
    'stroke-linecap="round"><path d="M2 4h5M5 8h9M9 12h.01"/></g></svg>'
)


def source(name: str) -> str:
    """A file of this folder."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def style() -> str:
    """All style; what the script sets in it keeps its name."""
    return lean.style(source("page.css"), foreign=("--top", "--n"))


def script() -> str:
    """All script, as one closed function."""
    bodies = lean.script("\n".join(source(f"{name}.js") for name in SCRIPTS))
    return f"(()=>{{'use strict';{bodies}}})();"


def early() -> str:
    """The few lines that run before the list is read."""
    return lean.script(source("early.js"))


def policy(style: str, *scripts: str) -> str:
    """A Content-Security-Policy (W3C CSP 3): no request of any kind, only this style and these scripts."""
    allowed = " ".join(f"'{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )


def icon() -> str:
    """A `data:` address, so that no server is asked for one."""
    return "data:image/svg+xml," + quote(_ICON)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
