"""What the program's large libraries find: PyTorch its device, SDL sound, PortMidi keyboards."""

import re
from collections.abc import Iterator
from pathlib import Path

from abcstudio.errors import AbcStudioError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_file
from abcstudio.learning.checkpoint import read_header
from abcstudio.learning.devices import has_torch, network_library
from abcstudio.messages import Phrase
from abcstudio.recipes.installation.finding import MachineFinding

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
