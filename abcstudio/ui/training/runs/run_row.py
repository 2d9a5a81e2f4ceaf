"""A training run in four short lines: what tells it apart from the others at a glance."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig, config_from
from abcstudio.learning.presets import nearest_preset
from abcstudio.runs.history import FINISHED, RunSummary
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.words.run_words import (
    cell_name,
    device_words,
    differing,
    preset_words,
    speed_words,
)

_WEIGHTIEST = ("hidden_size", "num_layers", "learning_rate", "seq_len", "batch_size", "dropout")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """What a row says, line by line; the longest words come first where there is a choice.

    Attributes:
        name: Without the settings that have a line of their own.
        standings: How the run stands, what is to be thought of it, and its loss.
        tunes: How many it had, "" where that is not known.
        settings: The preset it is nearest to, unless its name says so, and what differs.
        devices: What it computed on, and how fast.
        is_compared: Whether others are compared with it.
    """

    name: str
    standings: tuple[str, ...]
    corpus: str
    tunes: str
    settings: tuple[str, ...]
    devices: tuple[str, ...]
    is_compared: bool = False


def varied_settings(runs: Iterable[RunSummary]) -> frozenset[str]:
    """Return the names of the settings in which the runs differ: these tell them apart."""
    values: dict[str, set[str]] = {}
    for run in runs:
        for name, value in run.config.items():
            values.setdefault(name, set()).add(repr(value))
    return frozenset(name for name, found in values.items() if len(found) > 1)


def run_row(
    run: RunSummary,
    state: str,
    is_live: bool,
    varied: Collection[str] = frozenset(),
    *,
    is_compared: bool = False,
) -> RunRow:
    """Return the row of a run.

    Args:
        run: The run.
        state: How it stands in words.
        is_live: Whether it is under way.
        varied: The settings in which the listed runs differ; they are named first.
        is_compared: Whether others are compared with it.
    """
    name, settings = _name_and_settings(run, varied)
    return RunRow(
        name=one_line(name),
        standings=_standings(run, state, is_live),
        corpus=one_line(run.corpus_name),
        tunes=_tunes(run),
        settings=(*_own_code(run), *settings),
        devices=_devices(run),
        is_compared=is_compared,
    )


def fitting(parts: Sequence[str], fits: Callable[[str], bool]) -> tuple[str, int]:
    """Return as many parts as there is room for, and how many they are; none of them is cut.

    Where there is no room even for the first and how many are left, the first is returned all the
    same, with a sign that there are more.
    """
    for shown in range(len(parts), 0, -1):
        words = ", ".join(parts[:shown])
        if shown < len(parts):
            more = QCoreApplication.translate("RunWords", "{0} and {1} more")
            words = more.format(words, len(parts) - shown)
        if fits(words):
            return words, shown
    return ", ".join(parts if len(parts) < 2 else (parts[0], "…")), 0


def settings_parts(
    config: TrainingConfig, varied: Collection[str] = frozenset()
) -> tuple[str, ...]:
    """Return the nearest preset and what differs from it, to be shown as far as there is room."""
    preset, names = nearest_preset(config)
    parts = differing(config, _in_order(names, varied))
    if not parts:
        return (preset_words(preset),)
    sentence = QCoreApplication.translate("RunWords", "{0} with {1}")
    return sentence.format(preset_words(preset), parts[0]), *parts[1:]


def _in_order(names: Iterable[str], varied: Collection[str]) -> list[str]:
    """Return settings with those first that tell runs apart, and that matter most."""
    return sorted(
        names,
        key=lambda name: (
            name not in varied,
            _WEIGHTIEST.index(name) if name in _WEIGHTIEST else len(_WEIGHTIEST),
        ),
    )


def _name_and_settings(run: RunSummary, varied: Collection[str]) -> tuple[str, tuple[str, ...]]:
    name, cell = cell_name(run)
    if cell:
        # What it shares with the others of its sweep stands under the list.
        return name, cell
    try:
        config = config_from(run.config)
    except TrainingError:
        return run.name, ()
    preset, names = nearest_preset(config)
    parts = differing(config, names)
    name, colon, rest = run.name.partition(": ")
    short = name if colon and set(rest.split(", ")) <= set(parts) else run.name
    called = preset_words(preset)
    if short.startswith(called):
        return short, differing(config, _in_order(names, varied))
    return short, settings_parts(config, varied)


def _standings(run: RunSummary, state: str, is_live: bool) -> tuple[str, ...]:
    loss = _loss(run)
    if is_live:
        return (state,)
    if run.state != FINISHED:
        step = QCoreApplication.translate("RunWords", "{0} at {1}")
        state = step.format(state, QLocale().toString(run.step))
    else:
        state = _short_verdict(run) or ("" if loss else state)
    # Where the whole has no room, the number that runs are compared by, else the verdict.
    short = loss if run.best_val_loss is not None else (state or loss)
    return tuple(dict.fromkeys((", ".join(part for part in (state, loss) if part), short or state)))


def _loss(run: RunSummary) -> str:
    """Return the number that runs are compared by, and what it is where it is another one."""
    locale = QLocale()
    if run.best_val_loss is not None:
        return locale.toString(float(run.best_val_loss), "f", 3)
    if run.train_loss is None:
        return ""
    words = QCoreApplication.translate("RunWords", "training {0}")
    return words.format(locale.toString(float(run.train_loss), "f", 3))


def _short_verdict(run: RunSummary) -> str:
    translate = QCoreApplication.translate
    return {
        "verdict.by_heart": translate("RunWords", "By heart"),
        "verdict.worse": translate("RunWords", "Guesses"),
        "verdict.guessing": translate("RunWords", "Almost guesses"),
        "verdict.overfitted": translate("RunWords", "Over-fitted"),
        "verdict.unripe": translate("RunWords", "Under-fitted"),
    }.get(run.verdict, "")


def _own_code(run: RunSummary) -> tuple[str, ...]:
    return (QCoreApplication.translate("RunWords", "Own code"),) if run.own_code else ()


def _tunes(run: RunSummary) -> str:
    translate = QCoreApplication.translate
    if not run.tune_count:
        return ""
    # As many as the form named before the run, though it does not learn from all of them.
    count = run.tune_count + (run.held_out or 0)
    # The first is for languages without plural forms on file, English before all.
    return (
        translate("RunWords", "1 tune")
        if count == 1
        else (translate("RunWords", "%Ln tunes", "", count))
    )


def _devices(run: RunSummary) -> tuple[str, ...]:
    device = device_words(run.device)
    if run.chars_per_second is None or not device:
        return (device,) if device else ()
    number = QLocale().toString(round(run.chars_per_second))
    short = QCoreApplication.translate("RunWords", "{0}, {1}/s").format(device, number)
    return speed_words(run), short
