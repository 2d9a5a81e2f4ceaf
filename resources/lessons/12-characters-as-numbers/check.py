"""The vocabulary of tunes that are new each time, and the way to numbers and back."""

import sys

import numpy as np

NAMED = [
    ("songs_joined", {"kind": "list"}, "still-a-list"),
    ("vocab", {"kind": "set"}, "only-a-set"),
    ("vocab", {"kind": "str"}, "one-text"),
    ("type of the numbers", "list", "only-a-list"),
    ("type of the numbers", "tuple", "only-a-list"),
    ("type of the numbers", "map", "only-a-list"),
    ("type of the numbers", "generator", "only-a-list"),
    ("type of the numbers", "NoneType", "nothing-comes-back"),
    ("type of the numbers", "str", "still-a-text"),
    ("type of the elements", "decimal numbers", "decimal-numbers"),
    ("type of the elements", "texts", "numbers-as-texts"),
    ("numbers in char2idx", "texts", "numbers-as-texts"),
    ("numbers in char2idx", "decimal numbers", "decimal-numbers"),
    ("there and back", "by codes of characters", "codes-for-numbers"),
]

_HEADS = ("reel", "jig", "air", "march", "polka", "slide")
_NOTES = "ABCDEFGabcdefg"


def tune(dice):
    notes = "".join(dice.choice(_NOTES) + dice.choice(("", "", "2", "3", " ")) for _ in range(20))
    title = dice.choice(_HEADS).title()
    return f"X:{dice.randint(1, 99)}\nT:The {title}\nM:6/8\nK:{dice.choice('DGA')}\n{notes}|"


def given(dice):
    songs = [tune(dice) for _ in range(dice.randint(3, 5))]
    while songs == sorted(songs):
        dice.shuffle(songs)
    return {"songs": songs}


def kind(value):
    torch = sys.modules.get("torch")
    is_tensor = torch is not None and isinstance(value, torch.Tensor)
    return "array" if is_tensor or type(value).__name__ == "ndarray" else type(value).__name__


def elements(values):
    kinds = {"i": "whole numbers", "u": "whole numbers", "f": "decimal numbers", "U": "texts"}
    return kinds.get(np.asarray(list(values)).dtype.kind, "others")


def numbers(value):
    return [int(each) for each in value]


def ordered(vocab):
    is_ordered = not isinstance(vocab, set | frozenset | str)
    return [str(each) for each in vocab] if is_ordered else vocab


def pairs(dictionary):
    return [[str(key), int(dictionary[key])] for key in sorted(dictionary)]


def probe(answer, dice):
    def piece():
        text = answer.songs_joined
        start = dice.randrange(len(text) - 30)
        return text[start : start + dice.randint(10, 30)]

    def there_and_back():
        for text in [piece() for _ in range(20)]:
            vector = answer.vectorize_string(text)
            if numbers(vector) == [ord(each) for each in text]:
                return "by codes of characters"
            if "".join(str(answer.idx2char[int(each)]) for each in vector) != text:
                return "another text"
        return "the same text"

    return {
        "songs_joined": lambda: answer.songs_joined,
        "vocab": lambda: ordered(answer.vocab),
        "char2idx": lambda: pairs(answer.char2idx),
        "numbers in char2idx": lambda: elements(answer.char2idx.values()),
        "idx2char": lambda: [
            str(answer.idx2char[number]) for number in range(len(answer.idx2char))
        ],
        "type of the numbers": lambda: kind(answer.vectorize_string(answer.songs_joined[:9])),
        "type of the elements": lambda: elements(answer.vectorize_string(answer.songs_joined[:9])),
        "vectorize_string": lambda: numbers(answer.vectorize_string(answer.songs_joined[:40])),
        "there and back": there_and_back,
    }
