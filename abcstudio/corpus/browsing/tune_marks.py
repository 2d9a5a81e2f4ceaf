"""What a person says of single tunes: starred, left out, tags."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from abcstudio.corpus.tune import Tune

MAX_TAGS = 20
MAX_TAG = 60
STARRED, EXCLUDED, TAGGED = "starred", "excluded", "tagged"


@dataclass(frozen=True, slots=True)
class TuneMark:
    """What is said of one tune.

    Attributes:
        is_excluded: It is neither trained on nor exported with the others.
        tags: Words without blanks, in the order they were given.
    """

    is_starred: bool = False
    is_excluded: bool = False
    tags: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What `is:` finds it by."""
        said = {STARRED: self.is_starred, EXCLUDED: self.is_excluded, TAGGED: bool(self.tags)}
        return tuple(word for word, is_so in said.items() if is_so)


Marks = Mapping[str, TuneMark]
"""The marks by the keys of their tunes."""

Change = Callable[[TuneMark], TuneMark]

NO_MARK = TuneMark()


def mark_key(tune: Tune) -> str:
    """Return what a tune's mark is kept under: its text without its number, wherever it stands."""
    text = tune.text.partition("\n")[2] if tune.reference_number else tune.text
    return blake2b(text.strip().encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def changed(marks: Marks, keys: Iterable[str], change: Change) -> dict[str, TuneMark]:
    """Return marks of which those under some keys are others.

    Tens of thousands of tunes share a few marks: each of these is changed once.
    """
    after, new = dict(marks), dict[int, TuneMark]()
    for key in keys:
        mark = marks.get(key, NO_MARK)
        if id(mark) not in new:
            new[id(mark)] = change(mark)
        after[key] = new[id(mark)]
    if NO_MARK in new.values():
        return {key: mark for key, mark in after.items() if mark != NO_MARK}
    return after


def tags_in(words: str) -> tuple[str, ...]:
    """Return the tags that are typed, parted by blanks or commas, each once."""
    typed = words.replace(",", " ").replace('"', " ").split()
    return tuple(dict.fromkeys(tag[:MAX_TAG] for tag in typed))[:MAX_TAGS]
