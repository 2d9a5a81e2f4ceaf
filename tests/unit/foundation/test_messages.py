"""Every message that the program names exists and has the placeholders that it is given."""

import ast
import string
from functools import cache
from pathlib import Path

import pytest

import abcstudio
from abcstudio import errors
from abcstudio.errors import AbcStudioError
from abcstudio.messages import ENGLISH, ONE, english

PACKAGE = Path(abcstudio.__file__).parent
ERROR_NAMES = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, AbcStudioError)
}


@cache
def _raised_errors() -> list[tuple[str, str, frozenset[str]]]:
    """Return (place, message id, parameter names) of each error made with a literal id."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if not any(name in source for name in ERROR_NAMES):
            continue
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in ERROR_NAMES or not node.args:
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = frozenset(word.arg for word in node.keywords if word.arg)
                found.append((f"{path.name}:{node.lineno}", first.value, names))
    return found


def test_errors_are_found_at_all() -> None:
    assert len(_raised_errors()) > 10


def _missing(message_id: str, names: frozenset[str]) -> set[str]:
    """Return what an error lacks: its sentence, or parameters of that."""
    if message_id not in ENGLISH:
        return {message_id}
    wanted = {name for _, name, _, _ in string.Formatter().parse(ENGLISH[message_id]) if name}
    return {name.partition(".")[0] for name in wanted} - names


def test_an_error_has_a_sentence_with_its_parameters() -> None:
    lacking = {place: _missing(message_id, names) for place, message_id, names in _raised_errors()}
    assert {place: missing for place, missing in lacking.items() if missing} == {}


def _is_filled(message_id: str) -> bool:
    parts = string.Formatter().parse(ENGLISH[message_id])
    words = {name: 7 if form else "x" for _, name, form, _ in parts if name}
    try:
        return bool(english(message_id, words))
    except (KeyError, IndexError, ValueError):
        return False


def test_a_sentence_can_be_filled() -> None:
    assert [message_id for message_id in ENGLISH if not _is_filled(message_id)] == []


def test_a_large_number_has_its_thousands_parted() -> None:
    said = english("engraving.too_large", {"count": 242361, "limit": 30000})
    assert "242,361 signs, where 30,000 can be" in said


def test_where_a_score_cannot_be_drawn_nothing_is_promised_of_the_sound() -> None:
    promises = [words for name, words in ENGLISH.items() if name.startswith("engraving.")]
    assert sum(words.endswith("The text is unchanged.") for words in promises) == 5
    assert not any("sound" in words for words in promises)


def test_an_unknown_id_is_a_defect() -> None:
    with pytest.raises(KeyError):
        english("no.such.message")


def test_one_of_something_is_said_in_the_singular() -> None:
    assert "one syllable more than" in english("notation.lyrics-too-long", {"count": 1})
    assert "2 syllables more than" in english("notation.lyrics-too-long", {"count": 2})
    assert english("book.count", {"count": 1}) == "1 tune"
    for message_id, text in ONE.items():
        names = {name for _, name, _, _ in string.Formatter().parse(ENGLISH[message_id]) if name}
        assert "count" in names
        text.format(**dict.fromkeys(names, 1))
