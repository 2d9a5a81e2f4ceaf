"""What the commands take, by their parsers."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from typing_extensions import override

from abcstudio.cli.commands.command_table import add_commands


def arguments_of_commands() -> dict[str, tuple[argparse.Action, ...]]:
    """Return those arguments that take a value, of each command and each action of one."""
    return {
        name: tuple(parser.taking_values)
        for name, parser in _leaves(add_commands(_WatchedParser()))
        if isinstance(parser, _WatchedParser)
    }


def _leaves(
    parsers: Mapping[str, argparse.ArgumentParser], before: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command by its name; one with actions by theirs: "runs export"."""
    for name, parser in parsers.items():
        actions = getattr(parser, "actions", None)
        if actions is None:
            yield f"{before}{name}", parser
        else:
            yield from _leaves(actions.choices, f"{before}{name} ")


class _WatchedParser(argparse.ArgumentParser):
    """Knows which of its arguments take a value; so do those of its subcommands."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.taking_values: list[argparse.Action] = []
        self.actions: Any = None
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

    @override
    def add_subparsers(self, **options: Any) -> Any:
        self.actions = super().add_subparsers(**options)
        return self.actions
