"""What the list of takes says: orders, days, and what was found out about a take."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_orders import ORDERS, SCORE
from abcstudio.composing.jury.criteria import CRITERIA

_NOT_KNOWN = ""
_MOST_MOMENTS = 4096
_LONG = 88
_STEPPED_IN = "\N{ANTICLOCKWISE OPEN CIRCLE ARROW}"


def order_names() -> dict[str, str]:
    """Return what to call each of `ORDERS`."""
    translate = QCoreApplication.translate
    return dict(
        zip(
            ORDERS,
            (
                translate("TakeWords", "Newest first"),
                translate("TakeWords", "Best first"),
                translate("TakeWords", "Newness"),
            ),
            strict=True,
        )
    )


def criterion_names() -> dict[str, str]:
    """Return what to call each of `CRITERIA`."""
    translate = QCoreApplication.translate
    return dict(
        zip(
            CRITERIA,
            (
                translate("TakeWords", "Originality"),
                translate("TakeWords", "Rhythm"),
                translate("TakeWords", "Mode"),
                translate("TakeWords", "Range"),
                translate("TakeWords", "Structure"),
                translate("TakeWords", "Melody"),
            ),
            strict=True,
        )
    )


def fact_lines(
    record: RememberedTake | None, facts: TakeFacts | None, order: str
) -> tuple[str, str, str]:
    """Return three short lines for a row; the second has the number that rows are ordered by.

    The first says behind a sign how often the guard stepped in, where it did.
    """
    if record is None or facts is None:
        return "", "", ""
    translate = QCoreApplication.translate
    compass = f"{facts.low}–{facts.high}" if facts.low else ""
    first = translate("TakeWords", ", ").join(part for part in (facts.form, compass) if part)
    if record.touched > 0:
        first = f"{first} {_STEPPED_IN}{record.touched}".lstrip()
    newness = translate("TakeWords", "newer than {0} %").format(facts.newer)
    last = newness if facts.newer >= 0 else ""
    if order == SCORE:
        return first, f"{order_names()[order]} {_number(facts.marks.score)}", last
    right = translate("TakeWords", "{0} of {1} right").format(facts.right, facts.measures)
    return first, right if facts.measures else "", last


def longest_facts() -> tuple[str, str]:
    """Return lines of `fact_lines` that are as long as they come in tunes of usual length."""
    translate = QCoreApplication.translate
    return (
        translate("TakeWords", "newer than {0} %").format(_LONG),
        translate("TakeWords", "{0} of {1} right").format(_LONG, _LONG),
    )


def fact_sentences(record: RememberedTake | None, facts: TakeFacts | None) -> list[str]:
    """Return lines that say all that was found out but the jury's numbers."""
    if record is None or facts is None:
        return []
    translate = QCoreApplication.translate
    lines = []
    if facts.form:
        lines.append(translate("TakeWords", "Form: {0}").format(facts.form))
    if facts.low:
        words = translate("TakeWords", "Range: {0} to {1}")
        lines.append(words.format(facts.low, facts.high))
    if facts.measures:
        words = translate("TakeWords", "Right measures: {0} of {1}")
        lines.append(words.format(facts.right, facts.measures))
    if facts.newer >= 0:
        lines.append(translate("TakeWords", "Newer than {0} % of known tunes").format(facts.newer))
    if record.touched >= 0:
        words = translate("TakeWords", "Times that the guard stepped in: {0}")
        lines.append(words.format(record.touched))
    return lines


def score_sentence(facts: TakeFacts) -> str:
    """Return the jury's score as a line."""
    words = QCoreApplication.translate("TakeWords", "Score: {0}")
    return words.format(_number(facts.marks.score))


def _number(value: float) -> str:
    return QLocale().toString(value, "f", 2)


def days_of(made: Sequence[int | None]) -> dict[int, str]:
    """Return the rows at which another day begins, each with its day; none where all are of one.

    Args:
        made: When each take was made, in seconds since 1970; 0 where that is not known, None for a
            take that is being composed.
    """
    found: dict[int, str] = {}
    before = None
    for row, seconds in enumerate(made):
        day = _day(seconds)
        if day != before:
            found[row] = day
        before = day
    return found if len(set(found.values())) > 1 else {}


def day_words(day: str) -> str:
    """Return what to call a day of `days_of`."""
    translate = QCoreApplication.translate
    if day == _NOT_KNOWN:
        return translate("TakeWords", "Earlier")
    date = QDate.fromJulianDay(int(day))
    back = date.daysTo(QDate.currentDate())
    if back == 0:
        return translate("TakeWords", "Today")
    if back == 1:
        return translate("TakeWords", "Yesterday")
    return QLocale().toString(date, QLocale.FormatType.LongFormat)


def _day(seconds: int | None) -> str:
    if seconds == 0:
        return _NOT_KNOWN
    if seconds is None:
        return str(QDate.currentDate().toJulianDay())
    return _day_at(seconds)


@lru_cache(maxsize=_MOST_MOMENTS)
def _day_at(seconds: int) -> str:
    return str(QDateTime.fromSecsSinceEpoch(seconds).date().toJulianDay())
