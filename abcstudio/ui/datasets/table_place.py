"""Where a person is in the table of tunes, found again among the tunes of a later reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True)
class TablePlace:
    """What is chosen, and what stands where.

    Attributes:
        current: The tune that is shown.
        selected: The tunes that are selected.
        anchor: The tune of a row that is in sight; the current one where that is.
        top: Where this row begins, in pixels below the top of what is in sight.
    """

    current: Tune
    selected: tuple[Tune, ...]
    anchor: Tune
    top: int

    def among(self, tunes: Iterable[Tune]) -> Mapping[Tune, Tune]:
        """Return the tunes of another reading that these were.

        A tune is the same where its file has the same text, or else the same number and title.
        """
        by_text: dict[tuple[str, str], Tune] = {}
        by_name: dict[tuple[str, str, str], Tune] = {}
        for tune in tunes:
            by_text.setdefault((tune.file, tune.text), tune)
            by_name.setdefault(tune.known_by, tune)
        found = {tune: by_text.get((tune.file, tune.text)) or by_name.get(tune.known_by)
                 for tune in (self.current, self.anchor, *self.selected)}  # fmt: skip
        return {before: now for before, now in found.items() if now is not None}
