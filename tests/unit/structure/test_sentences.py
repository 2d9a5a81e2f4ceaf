"""Sentences of the window can be translated whole, and name keys by what they are called here."""

import pytest
from code_sentence_faults import KEY, code_faults, faults

from abcstudio.explanation_messages import EXPLANATIONS
from abcstudio.messages import ENGLISH


def test_every_sentence_of_the_window_can_be_translated() -> None:
    assert not list(code_faults())


def test_no_sentence_of_the_engine_names_a_key() -> None:
    assert not [text for text in (*ENGLISH.values(), *EXPLANATIONS.values()) if KEY.search(text)]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("self.tr(words)", "no literal"),
        ("self.tr(f'{name} ends')", "no literal"),
        ("translate('Menus', words)", "no literal"),
        ("tr('Menus', 'Stop')", "a context taken for a text"),
        ("f'{self.tr(\"Stop\")}: {x}'", "glued"),
        ("self.tr('Stop ') + name", "glued"),
        ("self.tr('Stop (Esc)')", "a key"),
        ("self.tr('Click to go there (F8: next)')", "a key"),
        ("self.tr('a letter; Enter does it')", "a key"),
        ("self.tr('%Ln tunes')", "a count"),
        ("self.tr('tunes', '', n)", "a count"),
        ("self.tr('{0} tunes').format(n)", "a number before a noun"),
        ("class A:\n x = CommandSpec('a.b', f'Stop {x}', 'Stops', do=f)", "no literal"),
        ("class A:\n x = CommandSpec('a.b', 'Stop', 'Stops (Esc)', do=f)", "a key"),
        ("CommandSpec('a.b', self.tr('Stop'), 'Stops', do=f)", "a command outside a class"),
    ],
)
def test_a_planted_fault_is_found(source: str, fault: str) -> None:
    assert [fault in each for each in faults(source)] == [True]


@pytest.mark.parametrize(
    "source",
    [
        "self.tr('&Enter notes')",
        "self.tr('Saved. Delete it?')",
        "self.tr('%Ln tunes', '', n)",
        "class A:\n x = CommandSpec(name, words, words.format(n), do=f)",
    ],
)
def test_what_is_right_passes(source: str) -> None:
    assert not faults(source)
