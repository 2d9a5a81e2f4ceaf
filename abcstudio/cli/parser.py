"""The parser of the command line and of each command: it takes no name that is empty."""

import argparse
from pathlib import Path
from typing import Any


class CommandParser(argparse.ArgumentParser):
    """Reads each argument of the type `Path`; those of subcommands are parsers of this kind too."""

    def __init__(self, **options: Any) -> None:
        """Make it with the options of `ArgumentParser`."""
        super().__init__(**options)
        self.register("type", Path, _named_path)


def _named_path(text: str) -> Path:
    """Return the path of a name: an empty one, of a variable that is not set, would mean "here"."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty, and the name of a file or folder is needed")
    return Path(text)
