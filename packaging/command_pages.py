"""The man page and the completion of commands, made from the parser of the command line."""

import argparse
import functools
from collections.abc import Iterator

import abcstudio
from abcstudio.cli.commands.command_table import COMMAND_TABLE, add_commands
from abcstudio.cli.main import EXAMPLES
from abcstudio.cli.parser import CommandParser


@functools.cache
def options_of_commands() -> dict[str, list[str]]:
    """Return the long options of each command, sorted; of its actions too, where it has any."""
    parsers = add_commands(CommandParser(prog="abcstudio"))
    return {name: sorted(set(_options(parser))) for name, parser in parsers.items()}


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield name
                yield from _options(inner)
        yield from (word for word in action.option_strings if word.startswith("--"))


def man_page(day: str) -> str:
    """Return the manual's page in the language of man(7), of a day such as 2026-11-28."""
    lines = [
        f'.TH ABCSTUDIO 1 "{day}" "ABC Studio {abcstudio.__version__}" "User Commands"',
        ".SH NAME",
        "abcstudio \\- studio for folk tunes in ABC notation",
        ".SH SYNOPSIS",
        ".B abcstudio",
        "[\\fIFILE\\fR]...",
        ".br",
        ".B abcstudio",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR]...",
        ".SH DESCRIPTION",
        "Without a command the window opens, with the files that are named.",
        "Every command has \\fB\\-\\-help\\fR with its options and examples.",
        ".SH COMMANDS",
    ]
    for name, row in COMMAND_TABLE.items():
        lines += [".TP", f".B {_escaped(name)}", _escaped(row.words).capitalize() + "."]
    examples, _, codes = EXAMPLES.partition("exit codes:")
    lines += [".SH EXAMPLES", ".nf"]
    lines += [_escaped(line.strip()) for line in examples.splitlines()[1:] if line.strip()]
    lines += [".fi", ".SH EXIT STATUS", _escaped(" ".join(codes.split())).capitalize() + "."]
    lines += [
        ".SH ENVIRONMENT",
        ".TP",
        ".B ABCSTUDIO_HOME",
        "The folder for settings, runs, models and unsaved texts.",
        ".SH FILES",
        "\\fI~/.config/abcstudio\\fR, \\fI~/.local/share/abcstudio\\fR, "
        "\\fI~/.local/state/abcstudio\\fR",
    ]
    return "\n".join(lines) + "\n"


def bash_completion() -> str:
    """Return what bash completes: commands, then options of the command, else files."""
    cases = "\n".join(
        f"        {name}) words='{' '.join(options)}' ;;"
        for name, options in options_of_commands().items()
    )
    return f"""# Completion of abcstudio for bash; made from the program's own parser.
_abcstudio() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} words=
    if [ "$COMP_CWORD" = 1 ]; then
        words='{" ".join(COMMAND_TABLE)} --help --version'
    else
        case ${{COMP_WORDS[1]}} in
{cases}
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o bashdefault -o default -F _abcstudio abcstudio
"""


def zsh_completion() -> str:
    """Return what zsh completes, with the sentence of each command."""
    rows = "\n".join(f"    {_quoted(f'{name}:{row.words}')}" for name, row in COMMAND_TABLE.items())
    cases = "\n".join(
        f"      {name}) compadd -- {' '.join(options)}; _files ;;"
        for name, options in options_of_commands().items()
    )
    return f"""#compdef abcstudio
# Made from the program's own parser.
local -a commands=(
{rows}
)
if (( CURRENT == 2 )); then
  _describe command commands
  _files
else
  case $words[2] in
{cases}
      *) _files ;;
  esac
fi
"""


def fish_completion() -> str:
    """Return what fish completes, with the sentence of each command."""
    lines = ["# Made from the program's own parser."]
    for name, row in COMMAND_TABLE.items():
        lines.append(
            f"complete -c abcstudio -n __fish_use_subcommand -a {name} -d {_quoted(row.words)}"
        )
    for name, options in options_of_commands().items():
        lines += [
            f"complete -c abcstudio -n '__fish_seen_subcommand_from {name}' -l {option[2:]}"
            for option in options
            if option.startswith("--")
        ]
    return "\n".join(lines) + "\n"


def _escaped(words: str) -> str:
    text = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"
