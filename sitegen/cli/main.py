"""The group of commands. Each is a module beside this one, loaded when it is called for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword

import click

from sitegen import __version__

COMMANDS = (
    *("build", "serve", "check", "init", "new", "add", "import", "find", "explain", "diff", "fmt"),
    *("schema", "docs", "theme"),
)
"""The commands in the order of the help: `sitegen.cli.<name>` holds each as `command`,
behind a word of Python's own with a line below it: `import_`."""
_MEANT = {"validate": "check", "lint": "check", "test": "check", "verify": "check", "help": "--help"}
_MEANT |= dict.fromkeys(("run", "start", "dev", "watch", "preview", "server"), "serve")
_MEANT |= {"generate": "build", "make": "build", "publish": "build", "create": "new", "search": "find"}
_MEANT |= {"format": "fmt", "paste": "import -", "version": "--version"}
_DASHED = re.compile(r"(?=.*[–—−])[-–—−]+([A-Za-z][A-Za-z-]*(?:=.*)?)")


class _Commands(click.Group):
    """A group that imports the module of a command when the command is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the command line, once no hyphen in it is one that a word processor or a hurry changed."""
        if not ctx.resilient_parsing and (meant := _hyphens(args) or self._one_hyphen(ctx, args)):
            ctx.fail(meant)
        return super().parse_args(ctx, args)

    def _one_hyphen(self, ctx: click.Context, args: Sequence[str]) -> str:
        """What to say of a long option of the command with one hyphen before it; "" if there is none."""
        short = [arg for arg in args[1:] if re.fullmatch(r"-[a-z][a-z-]{2,}(?:=.*)?", arg)]
        command = self.get_command(ctx, args[0]) if short and args[0] in COMMANDS else None
        known = {name for option in command.params for name in option.opts} if command else set()
        found = next((arg for arg in short if f"-{arg.partition('=')[0]}" in known), None)
        return f'"{found}" has one hyphen, and whole words have two: type -{found}' if found else ""

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; Ctrl-C ends it with 130, also while its libraries are loaded."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            sys.exit(130)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            if (meant := _meant(cmd_name)) and not ctx.resilient_parsing:
                ctx.fail(f'there is no command "{cmd_name}": did you mean sitegen {meant}?')
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"sitegen.cli.{module}").command
        return command


def _hyphens(args: Sequence[str]) -> str:
    """What to say of an option that begins with a dash, or of a command that begins with hyphens; "" of others."""
    for arg in args:
        if (dashed := _DASHED.fullmatch(arg)) is not None:
            return f'"{arg}" begins with a dash that is no hyphen, as word processors make them: type --{dashed[1]}'
    if args and args[0].startswith("--") and args[0][2:] in COMMANDS:
        return f'"{args[0]}" is no option: did you mean sitegen {args[0][2:]}?'
    return ""


def _meant(name: str) -> str:
    """The command that a word means, also one that other programs have, or what `new` makes; "" for others."""
    from sitegen.scaffold import KINDS  # here, so that commands load no more than they need

    if name.casefold() in _MEANT:
        return _MEANT[name.casefold()]
    near = get_close_matches(name.casefold(), (*COMMANDS, *KINDS), n=1, cutoff=0.7)
    if not near:
        return ""
    return near[0] if near[0] in COMMANDS else f'new {near[0]} "…"'


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Makes a market-tracker site from YAML and Markdown: every number is traced to its source."""
