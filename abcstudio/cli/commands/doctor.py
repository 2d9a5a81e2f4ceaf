"""`abcstudio doctor`: what this installation finds on this machine, and what to do."""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import ends_at_once
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put
from abcstudio.errors import AbcStudioError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file
from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.devices import has_torch, network_library
from abcstudio.messages import Phrase, english
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

NVIDIA_DRIVER = Path("/proc/driver/nvidia/version")
_VERSION = re.compile(r"\b\d{3}\.\d+(\.\d+)?\b")
_MB = 2**20


def network_found(driver: Path = NVIDIA_DRIVER) -> Iterator[MachineFinding]:
    """Yield PyTorch's build, the device that it computes on, and the driver of a GPU.

    Args:
        driver: The file in which NVIDIA's driver says its version, on Linux.
    """
    if not has_torch():
        yield MachineFinding("network", Phrase("doctor.player"), Phrase("edition.player"))
        return
    try:
        found = network_library()
    except (ImportError, OSError) as error:
        words = Phrase("doctor.no_network", {"reason": error})
        yield MachineFinding("network", words, Phrase("doctor.do_reinstall"), is_problem=True)
        return
    build = Phrase(f"doctor.build_{found.platform}", {"version": found.platform_version})
    facts = {"version": found.version, "build": build, "threads": found.threads}
    yield MachineFinding("network", Phrase("doctor.network_found", facts))
    yield MachineFinding("device", Phrase(found.device.message_id, found.device.parameters))
    version = _driver_version(driver)
    is_used = found.device.name == "cuda"
    advice = None
    if version and found.platform == "cpu":
        advice = Phrase("doctor.do_cuda")
    elif found.platform != "cpu" and not is_used:
        reason = found.device.reason
        is_missing = reason is None or reason.message_id == "device.no_cuda_driver"
        advice = Phrase("doctor.do_driver") if is_missing else reason
    words = (
        Phrase("doctor.driver_found", {"version": version})
        if version
        else Phrase("doctor.no_driver")
    )
    yield MachineFinding("driver", words, advice)


def sound_found() -> MachineFinding:
    """Return the sound devices."""
    try:
        from abcstudio.playback.transport.device import device_names

        names = device_names()
    except (ImportError, OSError) as error:
        return _broken("sound", error)
    if not names:
        return MachineFinding("sound", Phrase("doctor.no_sound"), Phrase("doctor.do_sound"))
    return MachineFinding("sound", Phrase("doctor.sound_found", {"names": ", ".join(names)}))


def midi_found() -> MachineFinding:
    """Return the MIDI keyboards and ports."""
    try:
        from abcstudio.playback.midi.midi_system import SystemBackend

        backend = SystemBackend()
        names = (*backend.get_input_names(), *backend.get_output_names())
    except (ImportError, OSError, AbcStudioError) as error:
        return _broken("midi", error)
    if not names:
        return MachineFinding("midi", Phrase("doctor.no_midi"))
    once = dict.fromkeys(names)
    return MachineFinding("midi", Phrase("doctor.midi_found", {"names": ", ".join(once)}))


def model_found(model: Path) -> MachineFinding:
    """Return whether the model in the box can be read."""
    try:
        read_header(model)
        size = model.stat().st_size / _MB
    except (OSError, AbcStudioError) as error:
        words = Phrase("doctor.no_model", {"reason": error})
        return MachineFinding("model", words, Phrase("doctor.do_reinstall"), is_problem=True)
    words = Phrase("doctor.model_found", {"name": model.name, "size": f"{size:.1f}"})
    return MachineFinding("model", words)


def _broken(topic: str, error: Exception) -> MachineFinding:
    words = Phrase("doctor.library_broken", {"reason": error})
    return MachineFinding(topic, words, Phrase("doctor.do_reinstall"), is_problem=True)


def _driver_version(file: Path) -> str:
    if not is_file(file):
        return ""
    found = _VERSION.search(read_text_file(file).text)
    return found[0] if found else "?"


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
