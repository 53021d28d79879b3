"""The group of commands. Each is a module beside this one, loaded when it is called for."""

from __future__ import annotations

import sys
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


class _Commands(click.Group):
    """A group that imports the module of a command when the command is asked for."""

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
            near = get_close_matches(cmd_name, COMMANDS, n=1, cutoff=0.6)
            if near and not ctx.resilient_parsing:
                ctx.fail(f'there is no command "{cmd_name}": did you mean {near[0]}?')
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"sitegen.cli.{module}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Makes a market-tracker site from YAML and Markdown: every number is traced to its source."""
