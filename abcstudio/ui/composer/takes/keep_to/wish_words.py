"""Wishes said in words."""

from PySide6.QtCore import QCoreApplication

from abcstudio.composing.clock.wishes import WITH, WITHOUT
from abcstudio.composing.tune_wishes import TuneWishes


def range_names() -> dict[str, str]:
    """Return what to call each range that is offered, by its name in `TuneWishes`."""
    translate = QCoreApplication.translate
    return {
        "whistle": translate("WishWords", "Whistle in D"),
        "flute": translate("WishWords", "Flute in D"),
        "fiddle": translate("WishWords", "Fiddle, first position"),
        "pipes": translate("WishWords", "Highland pipes"),
        "voice": translate("WishWords", "Voice"),
    }


def pickup_names() -> dict[str, str]:
    """Return what to call the ways of beginning, by their names in `TuneWishes`."""
    translate = QCoreApplication.translate
    return {
        WITH: translate("WishWords", "With a pickup"),
        WITHOUT: translate("WishWords", "Without a pickup"),
    }


def words_of(wishes: TuneWishes) -> str:
    """Return all that is wished of a tune, "" for nothing."""
    translate = QCoreApplication.translate
    compass = range_names().get(wishes.range, wishes.range)
    said = [compass, wishes.rhythm, wishes.meter, wishes.key]
    if wishes.form:
        form = translate("WishWords", "{0}, measures of a part: {1}")
        said.insert(0, form.format(wishes.form, wishes.measures))
    if wishes.pickup:
        said.append(pickup_names()[wishes.pickup])
    if wishes.ends_on_tonic:
        said.append(translate("WishWords", "end on the tonic"))
    if not wishes.accidentals:
        said.append(translate("WishWords", "no accidentals"))
    if wishes.rhythm_of:
        said.append(translate("WishWords", "rhythm of a given tune"))
    if wishes.new:
        said.append(translate("WishWords", "nothing from a known tune"))
    return "; ".join(words for words in said if words)
