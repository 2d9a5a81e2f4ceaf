"""Training runs in words: what a list says of each, so that they can be told apart."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig, config_from
from abcstudio.learning.presets import nearest_preset
from abcstudio.runs.history import RunSummary
from abcstudio.ui.look.plain_text import one_line
from abcstudio.ui.words.setting_values import choice_words
from abcstudio.ui.words.translation import message

_SHORTEST = -128
_MOST_NAMED = 2
_MOST_DIGITS = 9
# How long a run learns is another number as soon as it goes on.
_UNNAMED = ("steps", "patience")


def preset_words(preset: str) -> str:
    """Return what a preset is called."""
    translate = QCoreApplication.translate
    return {
        "quick": translate("PresetsBar", "Quick"),
        "studio": translate("PresetsBar", "Studio"),
        "lab": translate("PresetsBar", "Lab"),
    }[preset]


def settings_words(config: TrainingConfig) -> str:
    """Return a config as the nearest preset and what differs from it."""
    preset, names = nearest_preset(config)
    if not names:
        return preset_words(preset)
    sentence = QCoreApplication.translate("RunWords", "{0} with {1}")
    return sentence.format(preset_words(preset), ", ".join(differing(config, names)))


def free_name(config: TrainingConfig, taken: Iterable[str]) -> str:
    """Return what to call a run: the nearest preset, a number, and the little that differs.

    The number is above all that were taken: texts name a run's network also once it is deleted.
    How long it learns is no part of the name, which stays when the run goes on.
    """
    preset, different = nearest_preset(config)
    names = [name for name in different if name not in _UNNAMED]
    is_near = len(names) <= _MOST_NAMED
    words = preset_words(preset) if is_near else QCoreApplication.translate("RunWords", "Own")
    short = f"{words} {1 + max(_numbers_of(words, taken), default=0)}"
    if not names or not is_near:
        return short
    sentence = QCoreApplication.translate("RunWords", "{0}: {1}")
    return sentence.format(short, ", ".join(differing(config, names)))


def cell_name(run: RunSummary) -> tuple[str, tuple[str, ...]]:
    """Return what a run is called, and what tells it apart where it is one of a sweep.

    The name of such a run ends with its settings as they are typed on the command line.
    """
    short, colon, rest = run.name.partition(": ")
    names = [part.partition("=")[0] for part in rest.split()]
    if run.sweep is None or not colon or not all(name in run.config for name in names):
        return run.name, ()
    try:
        return short, differing(config_from(run.config), names)
    except TrainingError:
        return run.name, ()


def shown_name(run: RunSummary) -> str:
    """Return what a run is called, the settings of one of a sweep in the window's language."""
    short, settings = cell_name(run)
    if not settings:
        return short
    sentence = QCoreApplication.translate("RunWords", "{0}: {1}")
    return sentence.format(short, ", ".join(settings))


def short_name(name: str) -> str:
    """Return the name of a run without what differs."""
    return name.partition(":")[0]


def name_going_on(name: str, before: TrainingConfig, after: TrainingConfig) -> str:
    """Return what a run is called that goes on with other settings: without those that changed."""
    changed = [item for item in asdict(after) if getattr(before, item) != getattr(after, item)]
    untrue = differing(before, changed)
    short, colon, rest = name.partition(": ")
    parts = [part for part in rest.split(", ") if part not in untrue]
    if not colon or ", ".join(parts) == rest:
        return name
    sentence = QCoreApplication.translate("RunWords", "{0}: {1}")
    return sentence.format(short, ", ".join(parts)) if parts else short


def _numbers_of(words: str, names: Iterable[str]) -> Iterator[int]:
    """Yield the numbers of the runs that are called by these words."""
    for name in names:
        before, blank, digits = short_name(name).rpartition(" ")
        if blank and before == words and digits.isdecimal() and len(digits) <= _MOST_DIGITS:
            yield int(digits)


def differing(config: TrainingConfig, names: Iterable[str]) -> tuple[str, ...]:
    """Return the named settings of a config with their values."""
    sentence = QCoreApplication.translate("RunWords", "{0} {1}")
    return tuple(
        sentence.format(message(f"hyperparameter.{name}"), value_words(getattr(config, name)))
        for name in names
    )


def run_details(run: RunSummary, state: str, unvalidated: str) -> tuple[str, ...]:
    """Return all that is known of a run, line by line.

    Args:
        run: The run.
        state: How it stands.
        unvalidated: What to say where it has no validation loss.
    """
    translate, locale = QCoreApplication.translate, QLocale()
    step = translate("RunWords", "{0}: step {1} of {2}").format(
        state, locale.toString(run.step), locale.toString(run.steps)
    )
    lines = (
        one_line(shown_name(run)),
        step,
        *(words[:1].upper() + words[1:] for words in verdict_words(run)),
        _loss_words(run, unvalidated),
        one_line(run.corpus_name),
        _tunes_words(run),
        speed_words(run),
        _own_code_words(run),
        *run_facts(run),
    )
    return tuple(line for line in lines if line)


def run_facts(run: RunSummary) -> tuple[str, ...]:
    """Return the settings of a run, none left out, and when it began."""
    created = QDateTime.fromString(run.created, Qt.DateFormat.ISODate)
    date = QLocale().toString(created, QLocale.FormatType.ShortFormat)
    return tuple(line for line in (_config_words(run), date) if line)


def _own_code_words(run: RunSummary) -> str:
    if not run.own_code:
        return ""
    words = QCoreApplication.translate("RunWords", "Trained with own code: {0}")
    return words.format(one_line(", ".join(run.own_code)))


def _tunes_words(run: RunSummary) -> str:
    """Return how many tunes a run had, and how many were held out, as the form says it."""
    translate, locale = QCoreApplication.translate, QLocale()
    if not run.tune_count:
        return ""
    if run.held_out is None:
        words = translate("RunWords", "Tunes to learn from: {0}")
        return words.format(locale.toString(run.tune_count))
    words = translate("RunWords", "Tunes: {0}, held out: {1}")
    return words.format(
        locale.toString(run.tune_count + run.held_out), locale.toString(run.held_out)
    )


def _loss_words(run: RunSummary, unvalidated: str) -> str:
    translate, locale = QCoreApplication.translate, QLocale()
    if run.best_val_loss is None and run.train_loss is None:
        return unvalidated
    words = unvalidated
    if run.best_val_loss is not None:
        words = translate("RunWords", "Validation loss {0}").format(
            locale.toString(float(run.best_val_loss), "f", 3)
        )
    if run.train_loss is None:
        return words
    trained = locale.toString(float(run.train_loss), "f", 3)
    return translate("RunWords", "{0}, training loss {1}").format(words, trained)


def sample_name(step: int) -> str:
    """Return what a text is called that a network wrote while it was trained."""
    words = QCoreApplication.translate("RunWords", "Sample of step {0}")
    return words.format(QLocale().toString(step))


def verdict_words(run: RunSummary) -> tuple[str, ...]:
    """Return what came of a run in a few words, none where all is well or not known."""
    translate = QCoreApplication.translate
    words = {
        "verdict.by_heart": translate("RunWords", "learned by heart"),
        "verdict.worse": translate("RunWords", "no better than guessing"),
        "verdict.guessing": translate("RunWords", "barely better than guessing"),
        "verdict.overfitted": translate("RunWords", "over-fitted"),
        "verdict.better_at_its_own": translate("RunWords", "better with the tunes that it reads"),
        "verdict.unripe": translate("RunWords", "its tunes do not hold together yet"),
    }.get(run.verdict)
    return () if words is None else (words,)


def device_words(device: str) -> str:
    """Return what a run's device is called, "" where it is not known."""
    translate = QCoreApplication.translate
    return {
        "cpu": translate("RunWords", "Processor"),
        "cuda": translate("RunWords", "Graphics card"),
        "mps": translate("RunWords", "Graphics card"),
    }.get(device.partition(":")[0], device)


def speed_words(run: RunSummary) -> str:
    """Return what a run computed on and how fast it was, "" where neither is known."""
    translate, locale = QCoreApplication.translate, QLocale()
    device = device_words(run.device)
    if run.chars_per_second is None or not device:
        return device
    speed = locale.toString(round(run.chars_per_second))
    return translate("RunWords", "{0}, {1} characters/s").format(device, speed)


def _config_words(run: RunSummary) -> str:
    try:
        return settings_words(config_from(run.config))
    except TrainingError:
        return ""


def duration_words(seconds: float) -> str:
    """Return a time span in the two units that matter."""
    translate = QCoreApplication.translate
    whole = max(0, round(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    if hours:
        return translate("TrainingProgress", "{0} h {1} min").format(hours, minutes)
    if minutes:
        return translate("TrainingProgress", "{0} min {1} s").format(minutes, whole % 60)
    return translate("TrainingProgress", "{0} s").format(whole)


def value_words(value: object) -> str:
    """Return a setting's value as the window writes it."""
    locale = QLocale()
    if isinstance(value, float):
        return locale.toString(value, "f", _SHORTEST)
    return locale.toString(value) if isinstance(value, int) else choice_words(str(value))


def loss_digits(loss: float | None) -> str:
    """Return a loss as tables write it, "" where it is not known."""
    return "" if loss is None else QLocale().toString(loss, "f", 3)


def share_digits(share: float | None) -> str:
    """Return a share in per cent, "" where it is not known."""
    words = QCoreApplication.translate("RunsModel", "{0} %")
    return "" if share is None else words.format(round(100 * share))


def speed_digits(speed: float | None) -> str:
    """Return characters a second, "" where they are not known."""
    return "" if speed is None else QLocale().toString(round(speed))
