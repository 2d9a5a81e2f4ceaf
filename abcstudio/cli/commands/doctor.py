"""`abcstudio doctor`: what this installation finds on this machine, and what to do."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import ends_at_once
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put
from abcstudio.messages import english
from abcstudio.paths import (
    bundled_model,
    fonts_dir,
    resources_dir,
    user_config_dir,
    user_data_dir,
    user_log_dir,
)
from abcstudio.recipes.installation.build import this_build
from abcstudio.recipes.installation.finding import MachineFinding
from abcstudio.recipes.installation.machine import (
    folder_found,
    fonts_found,
    libraries_found,
    memory_found,
    screen_found,
    system_found,
)
from abcstudio.recipes.installation.parts import midi_found, model_found, network_found, sound_found

DESCRIPTION = """Print what the studio finds on this machine: its own build, the system, memory, the
screen and its libraries, typefaces, folders, sound, MIDI, the model in the box, PyTorch and the
device that it computes on. Where something is missing, a line says what to do. Nothing is changed
and nothing leaves this machine; the lines are meant for a report of a problem, too."""

EXAMPLES = """examples:
  abcstudio doctor
  abcstudio doctor --jsonl > machine.jsonl

exit codes: 0 all that the studio needs is here, 1 something is missing
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallationPlaces:
    """Where the program's own files are, and the folders that it writes to."""

    resources: Path
    fonts: Path
    model: Path
    own_folders: tuple[Path, ...]


def examine(places: InstallationPlaces) -> Iterator[MachineFinding]:
    """Yield what is found, the quick first: loading PyTorch takes seconds."""
    yield MachineFinding("program", this_build(places.resources).words)
    yield system_found()
    for found in (memory_found(), screen_found(), libraries_found()):
        if found is not None:
            yield found
    yield fonts_found(places.fonts)
    for folder in places.own_folders:
        yield folder_found(folder)
    yield sound_found()
    yield midi_found()
    yield model_found(places.model)
    yield from network_found()


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "doctor",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--jsonl", action="store_true", help="one line of JSON a finding")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each finding as soon as it is there."""
    places = InstallationPlaces(
        resources=resources_dir(),
        fonts=fonts_dir(),
        model=bundled_model(),
        own_folders=(user_config_dir(), user_data_dir(), user_log_dir()),
    )
    has_problem = False
    with ends_at_once():
        for finding in examine(places):
            put(json.dumps(_data(finding)) if options.jsonl else _line(finding))
            has_problem |= finding.is_problem
    if not options.jsonl:
        put(english("doctor.not_well" if has_problem else "doctor.all_well"))
    return FAILED if has_problem else DONE


def _line(finding: MachineFinding) -> str:
    topic = english(f"doctor.{finding.topic}")
    line = f"{finding.state:<8} {topic + ':':<11} {finding.words}"
    return line if finding.advice is None else f"{line}\n{'':<21}{finding.advice}"


def _data(finding: MachineFinding) -> dict[str, str]:
    return {
        "topic": finding.topic,
        "state": finding.state,
        "found": str(finding.words),
        "advice": str(finding.advice or ""),
    }
