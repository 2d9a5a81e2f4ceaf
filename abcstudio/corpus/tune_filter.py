"""What tunes of a source have in common: words, a rhythm, a meter, a key."""

from dataclasses import dataclass

from abcstudio.corpus.key_words import key_in_words, short_key
from abcstudio.corpus.tune import Tune


@dataclass(frozen=True, slots=True)
class TuneFilter:
    """What a tune must have to be shown; an empty string asks for nothing.

    Attributes:
        words: Every word of it stands somewhere in the title, rhythm, meter, key, origin or file;
            the key is found as it is written, short ("Ador") and in words ("A dorian").
        key: In the short writing.
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
        if self.key and short_key(tune.key) != self.key:
            return False
        if not self.words:
            return True
        keys = f"{tune.key} {short_key(tune.key)} {key_in_words(tune.key)}"
        searched = f"{tune.title} {tune.rhythm} {tune.meter} {keys} {tune.origin}"
        searched = f"{searched} {tune.file}".casefold()
        return all(word in searched for word in self.words.casefold().split())
