"""What arrives at a MIDI port, and when: for `playback.py`."""

import re
import subprocess
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_sound_font
from abcstudio.playback.interpretation import MUSICIAN
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import Stretch
from abcstudio.playback.sound.synth import FRAME_RATE, Synth

JITTER_MS = 5.0
EVEN = replace(
    MUSICIAN, dynamics=False, accents=False, metric_stress=False, chord_accompaniment=False,
    drums=False, drone=False, rolls=False, trills=False,
)  # fmt: skip
REEL = """X:1
M:4/4
L:1/8
Q:1/4=200
K:D
|:d2fd Adfd|B2gB A2fA|d2fd Adfa|gfed cABc:|
|:a2fa g2eg|f2df edcA|a2fa gbag|fedc d4:|
"""


def port(folder: Path) -> dict[str, Any]:
    """Return what arrives, and when, at a port of JACK's dummy server.

    Notes are meant to arrive when they are heard. SDL's dummy device has no clock, it only sleeps:
    there the moment at which a note is heard is reckoned from what was pulled around it.
    """
    text = REEL.replace("K:D\n", "K:D\nV:1\n") + "V:2 clef=bass\n|:" + "D,4 A,4|" * 4 + ":|\n"
    performance = perform(parse(text + "|:" + "D,4 A,4|" * 4 + ":|\n"), EVEN)
    heard = _play(performance, folder)
    lines = re.findall(r"(\d+): \w+ \w+ \w+ note (on|off) .*pitch +(\d+)", _read(folder / "heard"))
    return _judged(performance, heard, lines)


def _play(performance: Performance, folder: Path) -> list[tuple[float, Stretch]]:
    """Play to the port, whose notes are dumped to `heard`; return what was pulled when."""
    from abcstudio.playback.midi.midi_output import MidiOutput
    from abcstudio.playback.midi.port_score import PortScore
    from abcstudio.playback.transport.device import AudioDevice
    from abcstudio.playback.transport.player import Player
    from abcstudio.playback.transport.player_state import PlayerState

    with ExitStack() as stack:
        # In real time, as it is meant to run: without, it is itself up to 5 ms late.
        _started(stack, folder / "jackd", "jackd", "-R", "-d", "dummy", "-r", "44100", "-p", "64")
        time.sleep(2)
        _started(stack, folder / "heard", "stdbuf", "-oL", "jack_midi_dump", "-a")
        time.sleep(1)
        output, is_over = MidiOutput(), threading.Event()
        news: list[Any] = []
        output.load(PortScore.of(performance, 73))
        sender = threading.Thread(target=output.run, args=(news.append, is_over.is_set))
        sender.start()
        output.choose("midi-monitor:input")
        player = Player(lambda fill: AudioDevice(fill))
        heard: list[tuple[float, Stretch]] = []
        player.send_to(Ears(output, heard), is_heard=True)
        player.load(Synth(SoundFont.read(bundled_sound_font())).stream(performance, 73))
        time.sleep(1)
        player.play()
        while player.state is PlayerState.PLAYING:
            time.sleep(0.1)
        time.sleep(0.5)
        player.close()
        is_over.set()
        output.look()
        sender.join()
    return heard


def _judged(
    performance: Performance,
    heard: list[tuple[float, Stretch]],
    lines: list[tuple[str, str, str]],
) -> dict[str, Any]:
    """Compare the notes that arrived, as (frame, on or off, pitch), with those that were meant."""
    ons = [(int(frame) / FRAME_RATE, int(pitch)) for frame, kind, pitch in lines if kind == "on"]
    wanted = sorted(
        (performance.seconds_at(n.onset_beats), int(n.pitch)) for n in performance.notes
    )
    count = min(len(ons), len(wanted))
    seconds, meant = (np.array([time for time, _ in each[:count]]) for each in (ons, wanted))
    jitter, wander = [float("inf")], float("inf")
    if count > 1:
        sounding = _moments_heard(heard, meant)
        jitter = sorted(1000 * _away_from_a_line(sounding, seconds))
        wander = 1000 * float(_away_from_a_line(meant, seconds).max())
    in_order = [pitch for _, pitch in sorted((round(s - ons[0][0], 2), p) for s, p in ons)]
    is_complete = in_order == [pitch for _, pitch in sorted((round(s, 2), p) for s, p in wanted)]
    offs = sum(kind == "off" for _, kind, _ in lines)
    return {
        "notes": len(wanted),
        "arrived": len(ons),
        "ended": offs,
        "in_order": is_complete,
        "jitter_p99_ms": round(jitter[len(jitter) * 99 // 100], 2),
        "jitter_max_ms": round(jitter[-1], 2),
        "max_ms_from_an_even_pace": round(wander, 2),
        "passed": bool(
            is_complete and offs >= len(ons) and jitter[len(jitter) * 99 // 100] <= JITTER_MS
        ),
    }


class Ears:
    """Passes on to a listener what is heard when, and keeps it."""

    def __init__(self, listener: Any, heard: list[Any]) -> None:
        self._listener = listener
        self._heard = heard

    def heard(self, heard_at: float, stretch: Stretch) -> None:
        """Keep the moment of the pull, not the one that the player takes it for."""
        self._heard.append((time.monotonic(), stretch))
        self._listener.heard(heard_at, stretch)

    def silence(self) -> None:
        """Pass it on."""
        self._listener.silence()


def _moments_heard(heard: list[tuple[float, Stretch]], places: Any) -> Any:
    """Return when places are heard on a device that plays evenly, by the pulls around them."""
    from scipy.signal import savgol_filter

    pulled = np.array([moment for moment, _ in heard])
    starts = np.array([stretch.place for _, stretch in heard])
    return np.interp(places, starts, savgol_filter(pulled, 2 * (FRAME_RATE // 1024) + 1, 1))


def _away_from_a_line(along: Any, seconds: Any) -> Any:
    return np.abs(seconds - np.polyval(np.polyfit(along, seconds, 1), along))


def _started(stack: ExitStack, out: Path, *command: str) -> None:
    """Start a program that ends with a stack."""
    file = stack.enter_context(out.open("w"))
    process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.terminate)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
