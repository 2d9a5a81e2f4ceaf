"""The line on a terminal that shows how far some work is."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tqdm import tqdm


class ProgressBar:
    """Shows how much of all is done, and nothing where the error output is no terminal."""

    def __init__(self, unit: str, *, scaled: bool = False, hidden: bool = False) -> None:
        """Make it; it appears once all is known.

        Args:
            unit: What is counted.
            scaled: Write 12.3k for 12,345.
            hidden: Never appear.
        """
        self._unit = unit
        self._scaled = scaled
        self._hidden = hidden or not sys.stderr.isatty()
        self._bar: tqdm[Any] | None = None

    def show(self, done: int, total: int) -> None:
        """Take in how far the work is; another total begins another line."""
        if self._hidden:
            return
        from tqdm import tqdm

        if self._bar is not None and self._bar.total != total:
            self.close()
        if self._bar is None:
            self._bar = tqdm(
                total=total, unit=self._unit, unit_scale=self._scaled, file=sys.stderr,
                leave=False,
            )  # fmt: skip
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
