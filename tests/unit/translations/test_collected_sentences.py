"""Every sentence that the code marks is collected, under its class, with its number."""

import string
from functools import cache

import pytest
from collected_sentences import Collected, as_calls, collected, sentences_of
from translation_files import read_sentences, source_file

from abcstudio.counted_messages import COUNTED
from abcstudio.messages import ENGLISH, ONE, governing_number
from tests.translation_due import needs_translation


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("class Bar:\n def f(self): self.tr('Stop')", Collected("Bar", "Stop")),
        ("class Bar:\n def f(self): self.tr('%Ln hits', '', self.hits.count)",
         Collected("Bar", "%Ln hits", "", True)),
        ("translate('Words', '%Ln hits', '', len(hits) - 1)",
         Collected("Words", "%Ln hits", "", True)),
        ("ROWS = (QT_TRANSLATE_NOOP('Rows', 'Stop'),)", Collected("Rows", "Stop")),
        ("class A:\n class B:\n  def f(self): self.tr('Stop')", Collected("B", "Stop")),
    ],
)  # fmt: skip
def test_a_sentence_is_found_in_the_code(code: str, found: Collected) -> None:
    assert list(sentences_of(code)) == [found]


@pytest.mark.parametrize(
    "code", ["self.tr(words)", "painter.translate(3, 4)", "tr()", "self.tr('x')"]
)
def test_what_is_no_sentence_of_a_class_is_passed_over(code: str) -> None:
    assert not list(sentences_of(code))


def test_the_words_of_a_command_belong_to_the_class_that_registers_it() -> None:
    code = (
        "class A:\n def f(self): g.add(CommandSpec('a.b', 'Stop', 'Stops ' 'it', do=f, keys='F5'))"
    )
    assert list(sentences_of(code)) == [Collected("A", "Stop"), Collected("A", "Stops it")]
    code = "class A:\n def f(self): g.add(CommandSpec('a.b', words, said.format(2), do=f))"
    assert not list(sentences_of(code))


def test_a_list_of_calls_is_what_the_tool_reads_plurals_from() -> None:
    calls = as_calls([Collected("messages", "{count} hits", "hits", True), Collected("A", "a'b\n")])
    assert calls == (
        "QCoreApplication.translate('messages', '{count} hits', 'hits', 2)\n"
        "QCoreApplication.translate('A', \"a'b\\n\", '')\n"
    )


@cache
def of_the_program() -> tuple[Collected, ...]:
    """Return what is collected of the program's code."""
    return tuple(collected())


def test_every_message_stands_under_its_id() -> None:
    ids = {each.comment for each in of_the_program() if each.context == "messages"}
    assert ids == set(ENGLISH)


@needs_translation
@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_file_of_translations_holds_what_the_code_says(language: str) -> None:
    """Fails where `scripts/update_translations.py` has not been run since a sentence changed."""
    sentences = read_sentences(source_file(language))
    found = {(*sentence.key, sentence.is_counted) for sentence in sentences}
    wanted = {
        (each.context, each.source, each.comment, each.is_counted) for each in of_the_program()
    }
    if language == "en":
        wanted = {each for each in wanted if each[3] and each[0] != "messages"}
    assert found == wanted


@pytest.mark.parametrize("message_id", sorted(COUNTED))
def test_a_counted_message_has_the_number_that_governs_it(message_id: str) -> None:
    names = {name for _, name, _, _ in string.Formatter().parse(ENGLISH[message_id]) if name}
    assert COUNTED[message_id] in names


def test_what_has_a_form_for_one_in_english_is_counted() -> None:
    assert set(ONE) <= set(COUNTED)


def test_a_number_governs_and_what_is_none_does_not() -> None:
    assert governing_number("book.count", {"count": 21}) == 21
    assert governing_number("book.count", {"count": True}) is None
    assert governing_number("book.count", {"count": "21"}) is None
    assert governing_number("work.cancelled", {"count": 21}) is None
