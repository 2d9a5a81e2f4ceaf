"""What tunes of a source have in common: words, a rhythm, a meter, a key."""

from dataclasses import dataclass

from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True)
class TuneFilter:
    """What a tune must have to be shown; an empty string asks for nothing.

    Attributes:
        words: Every word of it stands somewhere in the title, rhythm, meter, key or origin.
    """

    words: str = ""
    rhythm: str = ""
    meter: str = ""
    key: str = ""

    def shows(self, tune: Tune) -> bool:
        """Return whether a tune passes."""
        if self.rhythm and tune.rhythm != self.rhythm:
            return False
        if self.meter and tune.meter != self.meter:
            return False
        if self.key and tune.key != self.key:
            return False
        if not self.words:
            return True
        searched = f"{tune.title} {tune.rhythm} {tune.meter} {tune.key} {tune.origin}".casefold()
        return all(word in searched for word in self.words.casefold().split())
