"""One file a command; its first line is what `timeline --help` says of it."""
