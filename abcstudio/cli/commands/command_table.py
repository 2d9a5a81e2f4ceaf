"""Each command's module and sentence, so that `--help` and one command need no other's module."""

import argparse
import importlib
from collections.abc import Mapping
from typing import Any, NamedTuple


class CommandRow(NamedTuple):
    """A command of the command line.

    Attributes:
        module: Where its `add_parser` is; empty for one that runs before this parser is asked.
        words: What `abcstudio --help` says of it.
    """

    module: str
    words: str


# In the order of `--help`.
COMMAND_TABLE: Mapping[str, CommandRow] = {
    "train": CommandRow("train", "train a network on tunes"),
    "milestones": CommandRow(
        "commands.milestones", "say what a network wrote at the steps of its run"
    ),
    "sweep": CommandRow("commands.sweep", "train a network in several variants"),
    "runs": CommandRow("commands.runs", "list, show, compare, export and delete training runs"),
    "evaluate": CommandRow("evaluate", "measure a model on a text"),
    "inspect": CommandRow("inspect", "look into a model while it reads a text"),
    "import-model": CommandRow("import_model", "take in a model, such as the lab's weights"),
    "compose": CommandRow("compose", "let a model compose tunes"),
    "rewrite": CommandRow(
        "commands.rewrite", "let a model compose some measures of a tune anew, or more of them"
    ),
    "takes": CommandRow("takes.takes", "list, show and export the takes that the window has kept"),
    "export": CommandRow("export", "write tunes as a score, MIDI, MusicXML, sound, ABC or words"),
    "import": CommandRow("import_tunes", "read MIDI and MusicXML files as ABC tunes"),
    "check": CommandRow("check", "find problems in ABC files"),
    "health": CommandRow(
        "commands.health", "list every problem of tunebooks by kind, and write cleaned ones"
    ),
    "prepare": CommandRow("commands.prepare", "make a corpus to learn from"),
    "rank": CommandRow("rank", "put tunes in the order of how good they are"),
    "novelty": CommandRow(
        "commands.novelty", "say how new tunes are, and what they share with known ones"
    ),
    "find": CommandRow("commands.find", "find the tunes that have a melody, in any key"),
    "corpus": CommandRow("commands.corpus", "say what a tunebook holds, in figures and charts"),
    "learn": CommandRow("lessons.learn", "check answers to lessons, and lessons by their answers"),
    "report": CommandRow("commands.report", "write the report of lessons and training runs"),
    "demo": CommandRow("demo", "compose one tune and write it as .abc, .mid and .wav"),
    "doctor": CommandRow(
        "commands.doctor", "say what the studio finds on this machine, and what to do"
    ),
    "selftest": CommandRow("", "prove that this installation works, window included"),
}


def add_commands(
    parser: argparse.ArgumentParser, only: str = ""
) -> Mapping[str, argparse.ArgumentParser]:
    """Add the subcommands to a parser; return the parser of each by its name.

    Args:
        parser: Of the whole command line.
        only: The command whose own arguments are needed. Of the others only the names and the
            sentences are known then. Where it is empty, every module is imported.
    """
    # Were it required, argparse would ask for it instead of naming an unknown option.
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, command in COMMAND_TABLE.items():
        if command.module and only in {"", name}:
            module = importlib.import_module(f"abcstudio.cli.{command.module}")
            module.add_parser(_Described(commands, command.words))
        else:
            commands.add_parser(name, help=command.words)
    return commands.choices


class _Described:
    """What a command's module adds its parser to: it gives the sentence of the table."""

    def __init__(self, commands: Any, words: str) -> None:
        self._commands = commands
        self._words = words

    def add_parser(self, name: str, **options: Any) -> Any:
        """Add the parser of a command as argparse does."""
        return self._commands.add_parser(name, help=self._words, **options)
