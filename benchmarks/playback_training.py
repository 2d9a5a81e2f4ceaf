"""Playing for minutes in the whole window while a network trains there: for `playback.py`."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from editor_window import wait
from playback_window import FRAME_RATE, PATIENCE_MS, Pull, Sitting, spread

CURSOR_LIMIT_MS = 20.0
_FOREVER = 1_000_000
_GAP_FRAMES = 64


def cursor(minutes: float) -> dict[str, Any]:
    """Return how far the cursor is from the sound, and drop-outs, while a network trains.

    The device plays evenly, however unevenly it pulls: what is heard at a moment is reckoned
    afterwards, from the pulls of a second before and a second after it. Under PulseAudio what
    comes out at the other end is recorded too, and looked through for silence.
    """
    from dataclasses import replace

    from abcstudio.learning.presets import PRESETS

    sitting = Sitting(keep=int(minutes * 60 * FRAME_RATE / 512) + 4000)
    page = sitting.window.training
    trained: list[float] = []
    page.session.reported.connect(lambda _report: trained.append(time.monotonic()))
    sitting.window.show_page("training")
    page.parts.form.set_config(replace(PRESETS["studio"], steps=_FOREVER))
    page.start_training()
    assert wait(60 * PATIENCE_MS, lambda: len(trained) > 2)
    sitting.window.show_page("composer")
    sitting.playback.chosen_loop.set_all()
    with Recording() as recording:
        sitting.playback.play()
        assert wait(PATIENCE_MS, lambda: sitting.playback.state == "playing")
        wait(2000)
        seen: list[tuple[float, float]] = []
        sitting.playback.position_changed.connect(lambda s: seen.append((time.monotonic(), s)))
        begun = time.monotonic()
        wait(60_000 * minutes)
        ended = time.monotonic()
    player = sitting.playback.output.player
    assert player is not None
    assert player.device.output is not None
    late, latency = player.late_blocks, player.device.output.latency_seconds
    steps = sum(begun <= moment <= ended for moment in trained)
    sitting.playback.stop()
    pulls = [pull for pull in sitting.heard_since(begun) if pull.at <= ended]
    times = np.array([pull.at - pull.taken for pull in pulls])
    errors = _cursor_errors([(moment - latency, seconds) for moment, seconds in seen], pulls)
    # Not while the recording is read: that takes its time.
    moments = np.array([moment for moment, _ in seen if moment <= ended])
    sitting.end()
    recorded = recording.compared_with(np.concatenate([pull.frames for pull in pulls]))
    result = {
        "minutes": minutes,
        "driver": os.environ["SDL_AUDIODRIVER"],
        "reports_of_training": steps,
        "cursor_error_ms_when_it_is_set": spread(errors),
        "ms_until_it_is_set_again": spread(1000 * np.diff(moments)),
        "late_blocks": late,
        "fill_ms": spread(1000 * np.array([pull.taken for pull in pulls])),
        "ms_between_pulls": spread(1000 * np.diff(times)),
        **recorded,
    }
    is_whole = late == 0 and not recorded.get("gaps")
    return {**result, "passed": bool(is_whole and steps and max(errors) <= CURSOR_LIMIT_MS)}


def _cursor_errors(seen: Sequence[tuple[float, float]], pulls: Sequence[Pull]) -> list[float]:
    """Return how many milliseconds the cursor was from what was heard at each moment."""
    from scipy.signal import savgol_filter

    counts = np.cumsum([len(pull.frames) for pull in pulls]) - len(pulls[0].frames)
    times = np.array([pull.at - pull.taken for pull in pulls])
    even = savgol_filter(times, 2 * (FRAME_RATE // len(pulls[0].frames)) + 1, 1)
    errors = []
    for moment, seconds in seen:
        frames = float(np.interp(moment, even, counts))
        index = int(np.searchsorted(counts, frames, side="right")) - 1
        # Not where the loop goes back within these frames.
        if 0 < index < len(pulls) - 1 and _goes_on(pulls[index].stretches):
            truth = pulls[index].stretches[0].place + (frames - counts[index]) / FRAME_RATE
            if abs(truth - seconds) < 1:
                errors.append(1000 * abs(truth - seconds))
    return errors


def _goes_on(stretches: tuple[Any, ...]) -> bool:
    """Return whether stretches follow each other without a jump."""
    ends = [each.place + each.length * each.speed / FRAME_RATE for each in stretches]
    jumps = [abs(after.place - end) for end, after in zip(ends, stretches[1:], strict=False)]
    return bool(stretches) and max(jumps, default=0.0) < 1e-6


class Recording:
    """What PulseAudio's sink is given, recorded by its own program; nothing under other drivers.

    Attributes:
        frames: What was recorded.
    """

    def __init__(self) -> None:
        self.frames = np.zeros((0, 2), np.int16)
        self._process: Any = None

    def __enter__(self) -> "Recording":
        if os.environ["SDL_AUDIODRIVER"] == "pulseaudio":
            self._file = tempfile.NamedTemporaryFile(suffix=".raw")
            self._process = subprocess.Popen(
                ["parec", "-d", "@DEFAULT_MONITOR@", "--rate=44100", "--channels=2",
                 "--format=s16le", "--raw"],
                stdout=self._file,
            )  # fmt: skip
            time.sleep(1)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait()
        frames = np.fromfile(self._file.name, "<i2")
        self._file.close()
        self.frames = frames[: len(frames) // 2 * 2].reshape(-1, 2)

    def compared_with(self, played: Any) -> dict[str, Any]:
        """Return how many silences are longer than any in what was played."""
        if self._process is None:
            return {}
        longest = _silences(played).max(initial=0)
        silences = _silences(self.frames)
        return {
            "recorded_seconds": round(len(self.frames) / FRAME_RATE, 1),
            "gaps": int((silences > longest + _GAP_FRAMES).sum()),
            "longest_silence_ms": round(1000 * float(silences.max(initial=0)) / FRAME_RATE, 2),
            "longest_meant_ms": round(1000 * float(longest) / FRAME_RATE, 2),
        }


def _silences(frames: Any) -> Any:
    """Return how long each silence between sounds is, in frames."""
    return np.diff(np.flatnonzero(frames.any(axis=1))) - 1
