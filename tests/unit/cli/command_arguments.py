"""What the commands take, by their parsers."""

import argparse
from typing import Any

from typing_extensions import override

from abcstudio.cli.commands.command_table import add_commands


def arguments_of_commands() -> dict[str, tuple[argparse.Action, ...]]:
    """Return those arguments of each command that take a value."""
    parsers = add_commands(_WatchedParser())
    return {
        name: tuple(parser.taking_values)
        for name, parser in parsers.items()
        if isinstance(parser, _WatchedParser)
    }


class _WatchedParser(argparse.ArgumentParser):
    """Knows which of its arguments take a value; so do those of its subcommands."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.taking_values: list[argparse.Action] = []
        taking_values = self.taking_values

        class Stored(argparse.Action):
            def __init__(self, *arguments: Any, **options: Any) -> None:
                super().__init__(*arguments, **options)
                taking_values.append(self)

            @override
            def __call__(self, *_: object) -> None:
                """Nothing is parsed with it."""

        for name in (None, "store", "append"):
            self.register("action", name, Stored)
