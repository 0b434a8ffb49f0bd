"""One file a format; the first line of its docstring is what `timeline formats` says of it."""
