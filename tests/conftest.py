"""What every test may count on."""

from __future__ import annotations

import signal
import threading

if threading.current_thread() is threading.main_thread():
    # A shell that starts the tests in the background lets them, and so every program they start, ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
