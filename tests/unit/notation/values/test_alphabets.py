"""Titles are sorted as their alphabet has its letters; one apostrophe finds every other."""

import random

import pytest

from abcstudio.notation.values.alphabets import folded, letter_key, sort_key

UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"


@pytest.mark.parametrize("key", [letter_key, sort_key])
def test_ukrainian_letters_stand_as_in_their_alphabet(key) -> None:
    words = [f"{letter}{end}" for letter in UKRAINIAN for end in ("", "а", "яр")]
    for mixed in (words[::-1], random.Random(1).sample(words, len(words))):
        assert sorted(mixed, key=key) == words
    assert sorted(UKRAINIAN.lower(), key=key) == list(UKRAINIAN.lower())


@pytest.mark.parametrize("sign", "'’ʼ‘`′")
def test_every_apostrophe_finds_every_other(sign: str) -> None:
    assert folded(f"Солов{sign}їна") == folded("солов'їна")
    assert letter_key(f"Солов{sign}їна") == letter_key("солов'їна")


def test_titles_are_sorted_without_articles_and_quotes() -> None:
    titles = ["“The Bee”", "'Twas on a Morning", "An Ape", "The Cat", '"A Dog"', "(Eel)", "Theme"]
    for mixed in (titles[::-1], random.Random(1).sample(titles, len(titles))):
        ordered = sorted(mixed, key=sort_key)
        assert ordered == [
            "An Ape", "“The Bee”", "The Cat", '"A Dog"', "(Eel)", "Theme", "'Twas on a Morning"
        ]  # fmt: skip
