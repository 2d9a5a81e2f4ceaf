"""What arguments each command takes; argparse tells it in private attributes only."""

import argparse

from abcstudio.cli.main import make_parser


def arguments_of_commands() -> dict[str, tuple[argparse.Action, ...]]:
    """Return the arguments of each command by its name."""
    (action,) = (
        one for one in make_parser()._actions if isinstance(one, argparse._SubParsersAction)
    )
    return {name: tuple(parser._actions) for name, parser in action.choices.items()}
