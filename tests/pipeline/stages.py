"""Stages that do what a document's text tells them to, for the tests of the pool."""

from __future__ import annotations

import os
import signal
import time

from timeline.errors import LanguageError
from timeline.model.document import Document
from timeline.pipeline import Options, Result


def obedient(document: Document, options: Options) -> Result:
    """Sleep, hang in C, eat memory, die, or simply answer."""
    word, _, number = document.text.strip().partition(" ")
    if word == "sleep":
        time.sleep(float(number))
    elif word == "hang":
        sum(1 for _ in iter(int, 1))
    elif word == "hang-in-c":
        pow(7, 10**9)
    elif word == "eat":
        _ = [bytes(1 << 24) for _ in range(1000)]
    elif word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "exit":
        os._exit(3)
    elif word == "speak":
        raise LanguageError(f"{number}.toml breaks a rule.", file=f"{number}.toml")
    elif word == "raise":
        raise ValueError(number)
    elif word == "shout":
        os.write(1, b"x" * 100_000)
        os.write(2, b"x" * 100_000)
    return Result(document, (), (), None, document.problems, b"", options.fingerprint)


def initial(result: Result) -> str:
    """What a caller may want of a result."""
    return f"{result.document.text[0]} in {os.getpid()}"
