"""Real tunes, other ones each time: their characters, and which of their lines sound."""

from functools import lru_cache

from abcstudio.lessons.provided import some_tunes, tunes_of
from abcstudio.paths import bundled_tunebook

NAMED = [
    ("num_characters", {"kind": "set"}, "the-set-itself"),
    ("num_characters", {"kind": "list"}, "the-set-itself"),
    ("num_characters", {"kind": "str"}, "the-set-itself"),
    ("header", "nothing", "no-lines"),
    ("header", "one line", "one-line"),
    ("header", "a number", "a-place"),
    ("body", "nothing", "no-lines"),
    ("body", "one line", "one-line"),
    ("body", "a number", "a-place"),
]

SONGS = 12


def given(dice):
    while True:
        # Beside some first ones no others tell anything.
        first = dice.choice(first_songs())
        songs = [first, *some_tunes(bundled_tunebook(), dice, SONGS - 1)]
        if are_telling(songs):
            return {"songs": songs}


@lru_cache(maxsize=1)
def first_songs():
    """Return tunes with a K before the key, and colons in some lines of notes, not all."""
    found = []
    for song in tunes_of(bundled_tunebook()):
        header, _, body = song.partition("\nK:")
        lines = body.split("\n")[1:]
        with_colon = [":" in line for line in lines]
        # A line of notes can even look like a field: `|:`.
        is_like_field = any(line[1:2] == ":" for line in lines[1:])
        if "K" in header and any(with_colon[1:]) and not all(with_colon) and is_like_field:
            found.append(song)
    return found


def are_telling(songs):
    """Whether no wrong count of characters is right by chance, nor equal to another one."""
    text = "".join(songs)
    counts = [
        len(set(text)),
        len(songs),
        len(set(songs[0])),
        len(set(songs[-1])),
        len(songs[0]),
        len(set(text.split())),
        len(set(text.lower())),
        len({each for each in text if each.isalpha()}),
        len({each for each in text if each.isalnum()}),
        len(set(str(songs))),
    ]
    near = {counts[0] - 1, counts[0] + 1, len(set("".join(text.split())))}
    return len(near) == 3 and len(set(counts)) == len(counts) and not near & set(counts)


def lines_of(value):
    if isinstance(value, bool | int):
        return "a number"
    if isinstance(value, str):
        value = value.strip("\n").splitlines()
        return value if len(value) > 1 else "one line"
    found = [str(each).rstrip("\n") for each in value]
    return found or "nothing"


def probe(answer, dice):
    return {
        "num_characters": lambda: answer.num_characters,
        "header": lambda: lines_of(answer.header),
        "body": lambda: lines_of(answer.body),
    }


def picture(answer):
    key = answer.key_place
    lines = [{"words": words, "sounds": place > key} for place, words in enumerate(answer.lines)]
    return {"kind": "tune", "lines": lines}
