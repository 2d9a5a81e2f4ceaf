"""The command line: each subcommand builds a request and calls one recipe. Never Qt."""

from abcstudio.cli.main import main

__all__ = ["main"]
