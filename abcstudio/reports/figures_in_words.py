"""Numbers as a language writes them."""

import math
from datetime import datetime

_POINTS = {"en": ".", "uk": ","}
_GROUPS = {"en": ",", "uk": "\N{NO-BREAK SPACE}"}
_DATES = {"en": "%Y-%m-%d %H:%M", "uk": "%d.%m.%Y %H:%M"}


class Numbers:
    """Writes numbers, times and dates.

    Args:
        language: "en" or "uk".
    """

    def __init__(self, language: str) -> None:
        self._point, self._group = _POINTS[language], _GROUPS[language]
        self._date = _DATES[language]

    def whole(self, number: int) -> str:
        """Return a whole number, its thousands apart from five digits on."""
        words = f"{number:,}" if abs(number) >= 10_000 else str(number)
        return words.replace(",", self._group)

    def real(self, number: float | None, digits: int = 3) -> str:
        """Return a number with so many decimals, a dash for none."""
        if number is None or not math.isfinite(number):
            return "–"
        return f"{number:.{digits}f}".replace(".", self._point)

    def setting(self, value: object) -> str:
        """Return a hyper-parameter as short as it can be."""
        if isinstance(value, float):
            words = f"{value:.10f}".rstrip("0").rstrip(".") or "0"
            return words.replace(".", self._point)
        if isinstance(value, int) and not isinstance(value, bool):
            return self.whole(value)
        return str(value)

    def share(self, part: float) -> str:
        """Return a share in percent."""
        return f"{self.setting(round(100 * part, 1))}\N{NO-BREAK SPACE}%"

    def date(self, iso: str) -> str:
        """Return a date with its time; what is none is left as it is."""
        try:
            return datetime.fromisoformat(iso).strftime(self._date)
        except ValueError:
            return iso
