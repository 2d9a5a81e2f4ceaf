"""What is to be said about one character of a reading."""

from PySide6.QtCore import QCoreApplication, QLocale

from abcstudio.recipes.inspect import InspectResult
from abcstudio.ui.composer.inspection.expectations import percent_of, sign_of

LEAST_COPIED = 0.05
"""A smaller share of a character's probability is not worth an arrow."""


def words_of(result: InspectResult, number: int, text: str, unit: tuple[int, int] | None) -> str:
    """Return the sentences about a character.

    Args:
        result: The reading.
        number: Of the character, among those that were read.
        text: The whole text.
        unit: The layer and the number of the unit that is looked at; None for none.
    """
    translate = QCoreApplication.translate
    reading = result.inspection.readings[number]
    sign = sign_of(reading.character)
    if reading.probability is None or reading.surprise is None:
        words = translate("PlaceWords", "“{0}” comes first: nothing was expected yet.").format(sign)
    else:
        words = translate(
            "PlaceWords", "“{0}” was expected with {1}: {2} nats of surprise."
        ).format(
            sign, percent_of(reading.probability), QLocale().toString(reading.surprise, "f", 2)
        )
    source = source_of(result, number)
    if source >= 0:
        line = QLocale().toString(text.count("\n", 0, source) + 1)
        words += " " + translate("PlaceWords", "{0} of that was copied from line {1}.").format(
            percent_of(reading.copied), line
        )
    if unit is not None:
        layer, place = unit
        value = float(result.inspection.activations[layer][number, place])
        shown = QLocale().toString(value, "f", 2).replace("-", "\u2212")
        words += " " + translate("PlaceWords", "The unit stood at {0} after it.").format(shown)
    return words


def source_of(result: InspectResult, number: int) -> int:
    """Return the place that a character was copied from, -1 where little of it was copied."""
    source = result.source_of(number)
    is_worth_it = result.inspection.readings[number].copied >= LEAST_COPIED
    return source if source is not None and is_worth_it else -1
