"""Look at the database in a web browser; nothing can be changed."""

from __future__ import annotations

import signal
import socket

import click

from timeline.cli import console
from timeline.cli.database import chosen, common, named
from timeline.cli.number import Whole
from timeline.errors import InputError


@click.command()
@click.option(
    *("-p", "--port"),
    type=Whole(0, 65535),
    default=8001,
    show_default=True,
    metavar="N",
    help="Where it listens; 0: wherever there is room.",
)
@click.option("--open", "browse", is_flag=True, help="Open it in your browser.")
@common
def command(port: int, browse: bool) -> None:
    """Look at the database in a web browser; nothing can be changed.

    Tables to filter, search and count, ready queries, SQL, and the timeline as a page. Only this machine is answered
    (127.0.0.1). What is added meanwhile shows up, but of a PostgreSQL server a copy is shown. Ctrl-C ends it.
    """
    from timeline.library.served import serving
    from timeline.read.extras import need

    with _listening(port) as listening, serving(chosen()) as application:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        console.remark(f"{address}   {named()}   Ctrl-C ends it")
        if browse:
            click.launch(address)
        uvicorn = need("uvicorn", "serve", "timeline serve")
        quiet = {"log_level": "warning", "access_log": False, "ws": "none", "timeout_graceful_shutdown": 2}
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # is asked to end: tidy up as after Ctrl-C
        uvicorn.Server(uvicorn.Config(application, **quiet)).run(sockets=[listening])


def _listening(port: int) -> socket.socket:
    """A socket that already takes callers; InputError where another program has the port."""
    from timeline.library.served import ADDRESS

    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
    except OSError as error:
        listening.close()
        raise InputError(
            f"Port {port} cannot be had ({error.strerror}); take another with --port, or --port 0.", port=port
        ) from error
    listening.listen()
    return listening
