"""The days on which takes were made, as headings of their list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

_NOT_KNOWN = ""


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
        return translate("TakeDays", "Earlier")
    date = QDate.fromJulianDay(int(day))
    back = date.daysTo(QDate.currentDate())
    if back == 0:
        return translate("TakeDays", "Today")
    if back == 1:
        return translate("TakeDays", "Yesterday")
    return QLocale().toString(date, QLocale.FormatType.LongFormat)


def _day(seconds: int | None) -> str:
    if seconds == 0:
        return _NOT_KNOWN
    date = QDate.currentDate()
    if seconds is not None:
        date = QDateTime.fromSecsSinceEpoch(seconds).date()
    return str(date.toJulianDay())
