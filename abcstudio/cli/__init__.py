"""The command line: each subcommand is one request to one recipe. Never Qt."""

from abcstudio.cli.main import main

__all__ = ["main"]
