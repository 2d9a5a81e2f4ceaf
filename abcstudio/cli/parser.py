"""The parser of the command line and of each command: what it refuses of any option."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from typing_extensions import override

from abcstudio.cli.targets import OutputFile, check_outputs, named_path


class CommandParser(argparse.ArgumentParser):
    """Refuses empty names, `--` as a value, and an output file that the command also reads.

    The parsers of its subcommands are of this class too.
    """

    def __init__(self, **options: Any) -> None:
        """Make it with the options of `ArgumentParser`."""
        super().__init__(**options)
        self.register("type", Path, named_path)

    @override
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Parse the arguments of one command.

        Raises:
            UnusableInputError: An output file is an input too.
        """
        self._refuse_no_value(args or ())
        options, rest = super().parse_known_args(args, namespace)
        outputs = [each for each in self._actions if isinstance(each.type, OutputFile)]
        if outputs:
            inputs = [each for each in self._actions if each.type is Path]
            check_outputs(_paths(options, outputs), _paths(options, inputs))
        return options, rest

    def _refuse_no_value(self, arguments: Sequence[str]) -> None:
        """End the program at `--option=--`: argparse would take the value away, or fail."""
        for argument in arguments:
            if argument == "--":
                return
            option, _, value = argument.partition("=")
            if value == "--" and option.startswith("-"):
                self.error(f"argument {option}: -- is not a value")


def _paths(options: argparse.Namespace, actions: Sequence[argparse.Action]) -> Iterator[Path]:
    for action in actions:
        value = getattr(options, action.dest, None)
        if isinstance(value, Path):
            yield value
        elif isinstance(value, list):
            yield from value
