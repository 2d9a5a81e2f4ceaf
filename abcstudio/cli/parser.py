"""The parser of the command line and of each command: what it refuses of any option."""

import argparse
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from typing_extensions import override

from abcstudio.errors import UnusableInputError
from abcstudio.guarded_files import is_folder


def named_path(text: str) -> Path:
    """Return the path of a name: an empty one, of a variable that is not set, would mean "here"."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty, and the name of a file or folder is needed")
    return Path(text)


class OutputFile:
    """The type of an argument that names the file that a command writes."""

    def __init__(self, *endings: str) -> None:
        """Make it.

        Args:
            endings: In what a name can end, in small letters: ".csv".
        """
        self.endings = endings

    def __call__(self, text: str) -> Path:
        """Return the path of a name.

        Raises:
            ArgumentTypeError: The name is empty, or has another ending.
        """
        path = named_path(text)
        if path.suffix.lower() not in self.endings:
            *first, last = self.endings
            listed = f"{', '.join(first)} or {last}" if first else last
            raise argparse.ArgumentTypeError(f"{text!a} must end in {listed}")
        return path


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Make sure that no output file is a folder, one of the inputs, or in a folder that is one.

    Raises:
        UnusableInputError: It is a folder, or would be replaced by what is made from it.
    """
    read = tuple(inputs)
    for output in outputs:
        if is_folder(output):
            raise UnusableInputError("file.unusable", path=output, reason=os.strerror(errno.EISDIR))
        if any(_is_read(output, path) for path in read):
            raise UnusableInputError("file.replaces_input", path=output)


def _is_read(output: Path, path: Path) -> bool:
    """Return whether an existing file is an input, by whatever name, or lies in it."""
    try:
        is_same = output.samefile(path)
        return is_same or (path.is_dir() and path.resolve() in output.resolve().parents)
    except (OSError, ValueError):
        return False


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
