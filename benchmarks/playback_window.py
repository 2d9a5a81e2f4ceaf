"""Playing in the whole window, seen from the sound device: for `playback.py`.

Over 400 lines: one window is measured in all that it does while it plays.
"""

import gc
import itertools
import os
import random
import resource
import subprocess
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from ctypes import CDLL
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from editor_window import tune_of, wait

from abcstudio.temporary_files import make_temporary_folder, sweep_temporary_folders

FRAME_RATE = 44_100
HOME_PREFIX = "abcstudio-playback-home-"
FIRST_LIMIT_MS, TEMPO_LIMIT_MS, EDIT_LIMIT_MS = 60.0, 60.0, 500.0
REPEATS, LOOPS, LOSSES, UNPLUGGED = 30, 100, 100, 5
SETTLING, ACTIONS = 3_000, 1_000
"""Until all tones that a tune needs have been made and are kept; after that memory is flat."""

MEMORY_LIMIT_MB = 5.0
PATIENCE_MS = 10_000


class Pull(NamedTuple):
    """What the device was given at a moment.

    Attributes:
        taken: Seconds that it waited for it.
        stretches: Which places of the music these frames are.
    """

    at: float
    taken: float
    frames: Any
    stretches: tuple[Any, ...]


class Sitting:
    """A window with a tune in its composer, and what its device pulls."""

    def __init__(self, measures: int = 32, keep: int = 4000) -> None:
        os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
        if not os.environ.get("DISPLAY"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sweep_temporary_folders(HOME_PREFIX)
        os.environ["ABCSTUDIO_HOME"] = str(make_temporary_folder(HOME_PREFIX))
        from abcstudio.app import make_application
        from abcstudio.settings import Settings
        from abcstudio.ui.services.studio import Studio
        from abcstudio.ui.window.main_window import MainWindow
        from abcstudio.ui.window.warm_up import WarmUp

        # Plain tuples, in which Python's collector need not search.
        self._kept: deque[tuple[Any, ...]] = deque(maxlen=keep)
        _keep_pulls(self._kept)
        self.application = make_application()
        self.window = MainWindow(Studio(Settings(theme="light", language="en")))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.show_page("composer")
        self.composer = self.window.composer
        self.playback = self.window.playback
        self.composer.parts.files.open_text(tune_of(measures), "measured")
        warm_up, ended = WarmUp(), []
        warm_up.ended.connect(lambda: ended.append(True))
        warm_up.start()
        assert wait(6 * PATIENCE_MS, lambda: bool(ended))
        wait(1000)
        self.playback.play()
        assert wait(PATIENCE_MS, lambda: self.playback.state == "playing")
        wait(500)
        self.playback.stop()
        wait(300)

    def end(self) -> None:
        """Close the window."""
        self.window.end_without_asking()

    def sounds_since(self, moment: float) -> bool:
        """Return whether anything that can be heard was pulled after a moment."""
        return any(pull.frames.any() for pull in self.heard_since(moment))

    def plays(self, text: str) -> bool:
        """Return whether the sound of a text is under the needle."""
        sound = self.playback.loader.sound
        return sound is not None and sound.text.strip() == text

    def heard_since(self, moment: float) -> list[Pull]:
        """Return what was pulled after a moment."""
        return [_pull(kept) for kept in tuple(self._kept) if kept[0] - kept[1] >= moment]


def _keep_pulls(kept: deque[tuple[Any, ...]]) -> None:
    """Let every player keep what it gives to its device: when, how long it took, and what."""
    from abcstudio.playback.transport.player import Player

    player_class: Any = Player
    original = player_class.fill

    def fill(player: Any, buffer: Any) -> None:
        begun = time.monotonic()
        before = player.heard.latest
        last = before[-1] if before else None
        original(player, buffer)
        heard = list(player.heard.latest)
        if last is not None and last in heard:
            heard = heard[heard.index(last) + 1 :]
        stretches = tuple(tuple(each.stretch) for each in heard)
        now = time.monotonic()
        kept.append((now, now - begun, buffer.tobytes(), stretches))

    player_class.fill = fill


def _pull(kept: tuple[Any, ...]) -> Pull:
    from abcstudio.playback.sound.sound_stream import Stretch

    at, taken, frames, stretches = kept
    sound = np.frombuffer(frames, np.int16).reshape(-1, 2)
    return Pull(at, taken, sound, tuple(Stretch(*each) for each in stretches))


def first_samples(sitting: Sitting) -> dict[str, Any]:
    """Return how long after the space bar the first frame of a tune just edited is pulled."""
    from abcstudio.notation.spans import Span

    taken = []
    editor = sitting.composer.desk.editor
    place = editor.text().index("dedB")
    for number in range(REPEATS):
        editor.select(Span(place, place + 1), focus=True)
        editor.insertPlainText("cdefga"[number % 6])
        assert wait(PATIENCE_MS, lambda: not sitting.composer.desk.watch.is_waiting)
        wait(random.Random(number).randrange(20, 80))
        begun = time.monotonic()
        sitting.playback.toggle()
        assert wait(PATIENCE_MS, partial(sitting.sounds_since, begun))
        first = next(p for p in sitting.heard_since(begun) if p.frames.any())
        taken.append(1000 * (first.at - begun))
        sitting.playback.stop()
        wait(150)
    worst = sorted(taken)
    return {
        "median_ms": round(worst[len(worst) // 2], 1),
        "worst_ms": round(worst[-1], 1),
        "passed": worst[-1] <= FIRST_LIMIT_MS,
    }


def live_notes(sitting: Sitting) -> dict[str, Any]:
    """Return how long after a key of a MIDI keyboard its first frame is pulled."""
    live, taken = sitting.playback.live, []
    for number in range(REPEATS):
        wait(random.Random(number).randrange(300, 330))
        begun = time.monotonic()
        live.sound((50 + number,))
        assert wait(PATIENCE_MS, partial(sitting.sounds_since, begun))
        first = next(p for p in sitting.heard_since(begun) if p.frames.any())
        taken.append(1000 * (first.at - begun))
        live.silence(50 + number)
    return {**spread(taken), "passed": max(taken) <= FIRST_LIMIT_MS}


def tempo_changes(sitting: Sitting) -> dict[str, Any]:
    """Return how soon another tempo is pulled, and whether the sound has a step or a gap there."""
    playback = sitting.playback
    playback.play()
    assert wait(PATIENCE_MS, lambda: playback.position > 0.5)
    taken, steps, gaps = [], [], 0
    for number in range(REPEATS):
        wait(120)
        speed = (50, 80, 100, 125, 160)[number % 5]
        begun = time.monotonic()
        playback.tempo.set_percent(speed)
        wait(150)
        after = sitting.heard_since(begun)
        first = next(
            i for i, p in enumerate(after) if any(s.speed == speed / 100 for s in p.stretches)
        )
        taken.append(1000 * (after[first].at - begun))
        around = [p for p in sitting.heard_since(begun - 0.5) if p.at < begun + 0.3]
        sound = np.concatenate([p.frames[:, 0] for p in around]).astype(float)
        at = sum(len(p.frames) for p in around[: [p.at for p in around].index(after[first].at)])
        change = np.abs(np.diff(sound[max(0, at - 8) : at + 8])).max()
        steps.append(change / max(1.0, np.abs(np.diff(sound)).max()))
        gaps += any(not p.frames.any() for p in around[1:])
    playback.stop()
    playback.tempo.set_percent(100)
    return {
        "median_ms": round(sorted(taken)[len(taken) // 2], 1),
        "worst_ms": round(max(taken), 1),
        "largest_step_of_the_sound_s_own": round(max(steps), 2),
        "gaps": gaps,
        "passed": max(taken) <= TEMPO_LIMIT_MS and max(steps) <= 1.0 and not gaps,
    }


def loops(sitting: Sitting) -> dict[str, Any]:
    """Return how exact the ends of a loop are, over a hundred."""
    from abcstudio.playback.loop import Loop

    playback = sitting.playback
    playback.tempo.set_percent(300)
    loop = Loop(1.2, 2.1)
    playback.chosen_loop.set(loop)
    playback.play()
    begun = time.monotonic()
    wait(1000 * (LOOPS + 2) * (loop.end - loop.start) / 3 + 500)
    playback.stop()
    playback.chosen_loop.set(None)
    playback.tempo.set_percent(100)
    stretches = [s for pull in sitting.heard_since(begun) for s in pull.stretches]
    step = 3 / FRAME_RATE
    lengths, errors, length = [], [], 0
    for before, after in itertools.pairwise(stretches):
        length += before.length
        if after.place < before.place:
            end = before.place + before.length * step
            # Frames before or after the places that were meant.
            errors.append(abs(end - loop.end) / step)
            errors.append(abs((after.place - loop.start) - (end - loop.end)) / step)
            lengths.append(length)
            length = 0
    wanted = (loop.end - loop.start) / step
    drift = abs(sum(lengths[1:]) - wanted * (len(lengths) - 1)) if lengths else float("inf")
    return {
        "loops": len(lengths),
        "largest_error_frames": round(max(errors, default=float("inf")), 3),
        "drift_frames": round(drift, 3),
        "passed": len(lengths) >= LOOPS and max(errors) <= 1.001 and drift <= 1.001,
    }


def change_note(sitting: Sitting, chance: random.Random) -> None:
    """Put another note in place of one, so that the tune keeps its length."""
    from abcstudio.notation.spans import Span

    editor = sitting.composer.desk.editor
    text = editor.text()
    places = [place for place, letter in enumerate(text) if letter in "cdefg"]
    place = chance.choice([each for each in places if each > text.index("K:") + 4])
    editor.select(Span(place, place + 1))
    editor.insertPlainText(chance.choice("cdefg"))


def random_actions(sitting: Sitting) -> dict[str, Any]:
    """Return what thousands of transport actions in a row lead to; memory in the last thousand."""
    from abcstudio.playback.loop import Loop

    chance, playback, bar = random.Random(6), sitting.playback, sitting.window.transport
    commands, length = bar.commands, playback.tempo.duration

    def place() -> float:
        return chance.uniform(0, length)

    def some_loop() -> Loop:
        start, end = sorted((place(), place()))
        return Loop(start, end)

    def choose_instrument() -> None:
        bar.instrument.setCurrentIndex(chance.randrange(bar.instrument.count()))
        bar.instrument.activated.emit(0)

    actions: list[Callable[[], object]] = [
        playback.toggle, playback.stop, lambda: playback.seek(place()), commands.loop.trigger,
        commands.loop_start.trigger, commands.loop_end.trigger, commands.faster.trigger,
        commands.slower.trigger,
        lambda: playback.chosen_loop.set(some_loop()), playback.play, choose_instrument,
        lambda: bar.volume.setValue(chance.randrange(101)),
        lambda: playback.hear(playback.tune, chance.randrange(len(playback.text))),
        lambda: change_note(sitting, chance),
        lambda: sitting.window.studio.update_settings(metronome=chance.random() < 0.5),
        lambda: sitting.window.studio.update_settings(count_in=chance.random() < 0.3),
    ]  # fmt: skip
    failures: list[str] = []
    playback.failed.connect(lambda error: failures.append(repr(error)))
    slowest, at_start = 0.0, 0.0
    for number in range(SETTLING + ACTIONS):
        if number == SETTLING:
            at_start = _resident_mb()
        begun = time.monotonic()
        chance.choice(actions)()
        slowest = max(slowest, time.monotonic() - begun)
        wait(chance.choice((0, 5, 20, 60)))
    grown = _resident_mb() - at_start
    playback.stop()
    wait(1500)
    is_silent = not any(pull.frames.any() for pull in sitting.heard_since(time.monotonic() - 0.2))
    return {
        "actions": SETTLING + ACTIONS,
        "memory_mb": round(at_start, 1),
        "failures": len(failures),
        "first_failures": failures[:3],
        "slowest_ms": round(1000 * slowest, 1),
        "memory_grown_in_the_last_1000_mb": round(grown, 1),
        "silent_at_the_end": is_silent,
        "passed": not failures and is_silent and slowest < 1 and grown <= MEMORY_LIMIT_MB,
    }


def _is_gone(_device: object) -> bool:
    return False


def _has_more(told: Sequence[str], count: int) -> bool:
    return len(told) > count


def device_losses(sitting: Sitting) -> dict[str, Any]:
    """Return what becomes of a hundred devices that go while a tune is played."""
    from abcstudio.playback.transport.device import AudioDevice

    playback = sitting.playback
    failures: list[str] = []
    playback.failed.connect(lambda error: failures.append(error.message_id))
    device: Any = AudioDevice
    original = device.is_connected
    worst = 0.0
    for _ in range(LOSSES):
        playback.play()
        assert wait(PATIENCE_MS, lambda: playback.state == "playing")
        wait(30)
        told, begun = len(failures), time.monotonic()
        device.is_connected = _is_gone
        assert wait(PATIENCE_MS, partial(_has_more, failures, told))
        worst = max(worst, time.monotonic() - begun)
        device.is_connected = original
    playback.play()
    is_back = wait(PATIENCE_MS, lambda: playback.state == "playing")
    playback.stop()
    return {
        "losses": LOSSES,
        "told": failures.count("sound.device_lost"),
        "slowest_notice_ms": round(1000 * worst, 1),
        "plays_again": is_back,
        "passed": failures.count("sound.device_lost") == LOSSES and is_back and worst <= 2,
    }


def spread(values: Any) -> dict[str, float]:
    """Return median, 99th percentile and maximum."""
    found = {"p50": np.percentile(values, 50), "p99": np.percentile(values, 99)}
    return {name: round(float(each), 2) for name, each in {**found, "max": np.max(values)}.items()}


def unplugged(sitting: Sitting) -> dict[str, Any]:
    """Return what happens when PulseAudio's sink goes while a tune is played, and comes back."""
    playback = sitting.playback
    told: list[str] = []
    playback.failed.connect(lambda error: told.append(error.message_id))
    slowest, plays_again = 0.0, 0
    for _ in range(UNPLUGGED):
        playback.play()
        assert wait(PATIENCE_MS, lambda: playback.state == "playing")
        wait(300)
        count, begun = len(told), time.monotonic()
        _pactl("unload-module", "module-null-sink")
        assert wait(PATIENCE_MS, partial(_has_more, told, count))
        slowest = max(slowest, time.monotonic() - begun)
        playback.play()
        wait(500)
        _pactl("load-module", "module-null-sink", f"rate={FRAME_RATE}")
        wait(500)
        begun = time.monotonic()
        playback.play()
        plays_again += wait(PATIENCE_MS, partial(sitting.sounds_since, begun))
        playback.stop()
    return {
        "times": UNPLUGGED,
        "told": told,
        "slowest_notice_ms": round(1000 * slowest, 1),
        "plays_again": plays_again,
        "passed": plays_again == UNPLUGGED and slowest <= 3,
    }


def _pactl(*arguments: str) -> None:
    subprocess.run(["pactl", *arguments], check=True, stdout=subprocess.DEVNULL)


def edits(sitting: Sitting) -> dict[str, Any]:
    """Return how soon the sound of a tune that was edited is under the needle, without a gap."""
    playback, editor = sitting.playback, sitting.composer.desk.editor
    chance = random.Random(7)
    playback.chosen_loop.set_all()
    playback.play()
    assert wait(PATIENCE_MS, lambda: playback.position > 0.5)
    taken, gaps = [], 0
    for _ in range(REPEATS):
        wait(chance.randrange(150, 250))
        begun = time.monotonic()
        change_note(sitting, chance)
        text = editor.text().strip()
        assert wait(PATIENCE_MS, partial(sitting.plays, text))
        taken.append(1000 * (time.monotonic() - begun))
        gaps += any(not pull.frames.any() for pull in sitting.heard_since(begun - 0.1))
    playback.stop()
    playback.chosen_loop.set(None)
    passed = max(taken) <= EDIT_LIMIT_MS and not gaps
    return {**spread(taken), "gaps": gaps, "passed": passed}


def transport(_folder: Path) -> dict[str, Any]:
    """Return the figures of the transport in a quiet window."""
    sitting = Sitting()
    found = {
        "first_sample": first_samples(sitting),
        "tempo": tempo_changes(sitting),
        "loops": loops(sitting),
        "edits": edits(sitting),
        "live_notes": live_notes(sitting),
        "losses": device_losses(sitting),
        "actions": random_actions(sitting),
    }
    if os.environ["SDL_AUDIODRIVER"] == "pulseaudio":
        found["unplugged"] = unplugged(sitting)
    sitting.end()
    return {**found, "passed": all(each["passed"] for each in found.values())}


def _resident_mb() -> float:
    """Return the memory in use, without what only waits to be given back."""
    gc.collect()
    with suppress(OSError, AttributeError):
        CDLL("libc.so.6").malloc_trim(0)
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6
