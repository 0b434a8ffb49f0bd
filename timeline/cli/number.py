"""Whole numbers on the command line."""

from __future__ import annotations

import click


class Whole(click.IntRange):
    """A number within bounds, called in an error what it is: not `a valid integer range`."""

    name = "whole number"
