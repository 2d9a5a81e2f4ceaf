"""The tunebook of kept tunes: its sets, its order, its file."""

import json
import random

import pytest

from abcstudio.corpus.kept_book import (
    KeptBook,
    KeptTune,
    SetName,
    book_text,
    read_book,
    with_times_said,
)
from abcstudio.corpus.tunebook import split_tunebook

TUNE = "X:7\nT:{0}\nM:4/4\nL:1/8\nK:G\nGABc d2e2|\n"


def book_of(*names: str) -> KeptBook:
    """Make a book: names that begin with a capital are sets."""
    book = KeptBook()
    for name in names:
        if name[0].isupper():
            book = book.add_set(name)
        else:
            book, _ = book.add(TUNE.format(name), len(book.items) - 1 if book.items else None)
    return book


def names(book: KeptBook) -> list[str]:
    return [item.name if isinstance(item, SetName) else item.title for item in book.items]


def test_a_set_is_begun_of_tunes_from_anywhere_in_their_order():
    book = book_of("a", "b", "Friday", "c", "d").add_set("Sunday", {3, 0, 2})
    # The name of another set is no tune: it stays.
    assert names(book) == ["b", "Friday", "d", "Sunday", "a", "c"]


def test_a_kept_tune_has_a_number_of_its_own_and_goes_to_the_end_of_a_set():
    book = book_of("a", "b", "Friday", "c")
    assert [tune.number for tune in book.tunes] == [1, 2, 3]
    assert all(tune.text.startswith(f"X:{tune.number}\n") for tune in book.tunes)
    book, place = book.add(TUNE.format("d"))
    assert (names(book), place) == (["a", "b", "d", "Friday", "c"], 2)
    book, place = book.add(TUNE.format("e"), 3)
    assert names(book) == ["a", "b", "d", "Friday", "c", "e"]
    assert isinstance(book.items[place], KeptTune)
    assert book.items[place].number == 5


def test_the_tunes_of_a_set_are_those_below_its_name():
    book = book_of("a", "Friday", "b", "c", "Empty", "Late", "d")
    titles = [[tune.title for tune in book.tunes_at(i)] for i in range(len(book.items))]
    assert titles == [["a"], ["b", "c"], ["b", "c"], ["b", "c"], [], ["d"], ["d"]]


@pytest.mark.parametrize(
    ("index", "to", "after"),
    [
        (0, 3, ["Friday", "b", "a", "c", "Late", "d"]),
        (5, 0, ["d", "a", "Friday", "b", "c", "Late"]),
        (0, 1, ["a", "Friday", "b", "c", "Late", "d"]),
        (0, 6, ["Friday", "b", "c", "Late", "d", "a"]),
        (4, 1, ["a", "Late", "d", "Friday", "b", "c"]),
        (4, 2, ["a", "Late", "d", "Friday", "b", "c"]),
        (1, 6, ["a", "Late", "d", "Friday", "b", "c"]),
        (4, 0, ["a", "Late", "d", "Friday", "b", "c"]),
    ],
)
def test_moving_a_tune_and_a_whole_set(index, to, after):
    book, place = book_of("a", "Friday", "b", "c", "Late", "d").move(index, to)
    assert names(book) == after
    assert names(book)[place] == ["a", "Friday", "b", "c", "Late", "d"][index]


def test_steps_lead_through_the_whole_book_and_back():
    book = book_of("a", "Friday", "b", "Late", "c")
    place = 0
    seen = []
    for _ in range(6):
        book, place = book.step(place, 1)
        seen.append(place)
    assert seen == [1, 2, 3, 4, 4, 4]
    for _ in range(6):
        book, place = book.step(place, -1)
    assert (names(book), place) == (["a", "Friday", "b", "Late", "c"], 0)
    book, place = book.step(3, -1)
    assert (names(book), place) == (["a", "Late", "c", "Friday", "b"], 1)
    assert book.step(1, -1) == (book, 1)
    book, place = book.step(1, 1)
    assert names(book) == ["a", "Friday", "b", "Late", "c"]
    assert book.step(3, 1) == (book, 3)


def test_renaming_and_renumbering():
    book = book_of("a", "Friday", "b")
    book = book.rename(1, "Sunday\nset").rename(2, "New  title").remove(0).renumber()
    assert names(book) == ["Sunday set", "New title"]
    assert book.tunes[0].text == "X:1\nT:New title\nM:4/4\nL:1/8\nK:G\nGABc d2e2|"
    untitled, _ = KeptBook().add("X:1\nK:G\nGABc|")
    assert untitled.rename(0, "Now").items[0].text == "X:1\nT:Now\nK:G\nGABc|"


def test_the_file_is_plain_abc_and_read_again():
    book = book_of("a", "Friday 100%", "b", "c", 'Late "é"', "Empty").renumber()
    text = book_text(book)
    assert text.isascii() or "é" not in text.split("X:1")[0]
    assert [tune.title for tune in split_tunebook(text)] == ["a", "b", "c"]
    assert read_book(text) == book
    assert read_book(text.replace("\n", "\r\n")) == book


def test_any_tunebook_is_read_and_keeps_its_tunes():
    text = (
        "%abc-2.1\nM:6/8\n%%abcstudio-set nonsense\n"
        '%%abcstudio-set {"name": "One", "tunes": [2, 9, 2]}\n'
        "\nX:1\nT:a\nK:G\nGAB|\n\nX:1\nT:b\nK:G\nGAB|\n\nX:2\nT:c\nK:G\nGAB|\n"
    )
    told: list[str] = []
    book = read_book(text, told.append)
    assert told == ["%%abcstudio-set nonsense"]
    assert names(book) == ["a", "b", "One", "c"]
    assert [tune.number for tune in book.tunes] == [1, 3, 2]
    assert all("M:6/8" in tune.text and "abcstudio" not in tune.text for tune in book.tunes)
    assert read_book("") == KeptBook()
    assert read_book(book_text(KeptBook())) == KeptBook()


def test_tunes_of_sets_are_played_several_times_and_the_file_says_so():
    book = book_of("loose", "Friday", "a", "b", "Late", "c").renumber()
    book = book.with_times({0, 1}, 3).with_times({3}, 2)
    assert [tune.times for tune in book.tunes] == [1, 3, 2, 1]
    text = book_text(book)
    assert '"times": [3, 2]' in text
    assert text.count("times") == 1
    assert read_book(text) == book
    assert book.rename(2, "A").replace_tune(3, "X:1\nT:B\nK:G\nGAB|").renumber().times_of(2) == 3
    kept = book.text_of(2)
    assert book.number_of(kept) == 2
    damaged = text.replace("[3, 2]", "[99, 0, 4]")
    assert [tune.times for tune in read_book(damaged).tunes] == [1, 9, 1, 1]
    told: list[str] = []
    read_book(text.replace("[3, 2]", '["often"]'), told.append)
    assert len(told) == 1


def test_a_title_says_how_many_times_its_tune_is_played():
    assert with_times_said("X:1\nT:Kesh\nK:G\nG|", 3) == "X:1\nT:Kesh (×3)\nK:G\nG|"
    assert with_times_said("X:1\nT:Kesh\nK:G\nG|", 1) == "X:1\nT:Kesh\nK:G\nG|"
    assert with_times_said("X:1\nK:G\nG|", 2) == "X:1\nT:(×2)\nK:G\nG|"


def test_random_books_survive_their_file():
    dice = random.Random(5)
    for _ in range(300):
        book = KeptBook()
        for _ in range(dice.randrange(12)):
            place = dice.randrange(len(book.items)) if book.items else None
            act = dice.randrange(6)
            if act == 0:
                book = book.add_set(dice.choice(("Friday", "%", '"', "", "é")))
            elif act < 3 or place is None:
                book, _ = book.add(TUNE.format(dice.choice("abc")), place)
            elif act == 3:
                before = sorted(map(repr, book.items))
                book, place = book.move(place, dice.randrange(len(book.items) + 1))
                assert sorted(map(repr, book.items)) == before
            elif act == 4:
                book, _ = book.step(place, dice.choice((-1, 1)))
            else:
                book = book.with_times({place}, dice.randrange(1, 10))
        read = read_book(book_text(book))
        assert names(read) == names(book)
        # Of a tune that has left its set, it is forgotten how many times it was played there.
        in_sets = range(book.set_at(0).stop, len(book.items)) if book.items else range(0)
        assert [read.items[i] for i in in_sets] == [book.items[i] for i in in_sets]
        assert json.loads(json.dumps(names(book))) == names(book)


def test_a_set_takes_loose_tunes_and_copies_those_of_other_sets() -> None:
    alpha, beta, gamma = (f"X:1\nT:{title}\nK:D\nd2|" for title in ("Alpha", "Beta", "Gamma"))
    book = KeptBook().add_all([alpha, beta, alpha]).set_of([beta], "One")
    both = book.set_of([gamma, beta, alpha, gamma], "Two")
    names = [item.name if isinstance(item, SetName) else item.title for item in both.items]
    assert names == ["One", "Beta", "Two", "Gamma", "Beta", "Alpha"]
    assert len({tune.number for tune in both.tunes}) == 4
