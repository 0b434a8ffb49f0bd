"""Print the script that teaches a shell to complete timeline."""

from __future__ import annotations

import sys

import click

from timeline.cli.database import common


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")), help="The shell that you type in.")
@common
def command(shell: str) -> None:
    """Print the script that teaches a shell to complete timeline: commands, options, and names from the database.

    \b
    eval "$(timeline completion bash)"                                   in ~/.bashrc
    eval "$(timeline completion zsh)"                                    in ~/.zshrc
    timeline completion fish > ~/.config/fish/completions/timeline.fish
    """
    from click.shell_completion import get_completion_class

    from timeline.cli import shells

    shells.register()
    kind = get_completion_class(shell)
    assert kind is not None
    root = click.get_current_context().find_root().command
    sys.stdout.write(kind(root, {}, "timeline", "_TIMELINE_COMPLETE").source().strip() + "\n")
