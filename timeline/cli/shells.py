"""What shells need beyond click's own completion: names with spaces, quotes, colons and commas; `--actor=NAME`."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, ClassVar

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_BARE = re.compile(r"[^\w@%+,./:=-]")
"""What bash would not take as it is outside quotes."""


class Bash(BashComplete):
    """Reads the line itself, for bash breaks words at `:` and `=`; what is inserted is quoted."""

    source_template: ClassVar[str] = r"""
%(complete_func)s() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#plain,}") ;;
            *) compopt -o default ;;
        esac
    done < <(COMP_LINE=${COMP_LINE:0:COMP_POINT} %(complete_var)s=bash_complete $1)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The whole words before the cursor, and the one at it, without its quotes."""
        line = os.environ["COMP_LINE"]
        self.typed = typed(line)
        before = line[: len(line) - len(self.typed)]
        return split_arg_string(before)[1:], "".join(split_arg_string(self.typed)[:1])

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """What takes the place of the word at the cursor, of which bash takes what follows the last `:` or `=`."""
        if item.type != "plain":
            return str(item.type)
        if self.typed[:1] in ('"', "'"):
            return f"plain,{item.value}"
        told = _BARE.sub(r"\\\g<0>", item.value)
        kept = max(self.typed.rfind(":"), self.typed.rfind("=")) + 1
        return f"plain,{told[kept:] if told.startswith(self.typed[:kept]) else told}"


class _Joined(ShellComplete):
    """Of a shell to which `--actor=Lei` is one word: what takes its place begins with `--actor=` too."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[Any]]:
        """As click finds them."""
        name, sign, _ = incomplete.partition("=")
        found = super().get_completions(args, incomplete)
        if name.startswith("--") and sign:
            for item in found:
                item.value = f"{name}={item.value}"
        return found


class Zsh(_Joined, ZshComplete):
    """As click's."""


class Fish(_Joined, FishComplete):
    """As click's, but a comma in a name or in its description does not end it."""

    source_template: ClassVar[str] = FishComplete.source_template.replace(
        'string split "," $completion', 'string split -m 1 "," $completion'
    )


def register() -> None:
    """From here on click uses these."""
    for shell in (Bash, Zsh, Fish):
        add_completion_class(shell)


def typed(line: str) -> str:
    """The last word of a command line as it was typed, with its quotes; nothing after a space.

    >>> typed('timeline show --actor "Leith Har'), typed("timeline show --actor Leith\\\\ Har"), typed("timeline show ")
    ('"Leith Har', 'Leith\\\\ Har', '')
    """
    start, quote, escaped = 0, "", False
    for place, sign in enumerate(line):
        if escaped:
            escaped = False
        elif sign == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign.isspace():
            start = place + 1
    return line[start:]
