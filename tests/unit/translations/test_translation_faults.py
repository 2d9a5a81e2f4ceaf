"""A translation that would raise, or cannot be reached, is found before it is used."""

from pathlib import Path

import pytest
from glossary_faults import glossary_faults
from translation_faults import faults, form_faults, state_faults
from translation_files import Sentence, read_sentences, source_file, write_forms
from ukrainian_faults import ACCESS_LETTERS, english_words, spelling_faults, ukrainian_faults

from tests.translation_due import needs_translation


def sentence(source: str, *forms: str, state: str = "", is_counted: bool = False) -> Sentence:
    return Sentence("Bar", source, "", is_counted, forms, state)


@pytest.mark.parametrize(
    ("source", "form", "fault"),
    [
        ("{0} of {1}", "{0} з", "placeholders differ"),
        ("{name} is there", "{nаme} є", "placeholders differ"),
        ("{loss:.2f}", "{loss}", "placeholders differ"),
        ("{{{0}}}", "{{{0}}", "placeholders differ"),
        ("%Ln tunes", "мелодій", "numbers differ"),
        ("%Ln tunes", "%n мелодій", "numbers differ"),
        ("ABC (*.abc);;MIDI (*.mid)", "ABC (*.abc) MIDI (*.mid)", "file patterns differ"),
        ("<b>Stop</b>", "<b>Стоп", "tags differ"),
        ("one\ntwo", "один два", "line breaks differ"),
        ("Title:", "Назва", "one of the two ends in :"),
        ("Open…", "Відкрити", "one of the two ends in …"),
        (" min", "хв", "outer spaces differ"),
        ("&Stop", "Стоп", "access keys differ"),
        ("Stop", "С&топ", "access keys differ"),
        ("&Stop", "&Stop", "an access key that this keyboard has not"),
        ("&Stop", "Сто&й", "an access key that this keyboard has not"),
    ],
)
def test_a_planted_fault_is_found(source: str, form: str, fault: str) -> None:
    assert fault in list(form_faults(source, form, ACCESS_LETTERS))


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("{0} of {1}", "{1}: {0}"),
        ("Overlays (&) at K:", "Додаткові голоси (&), поле K:"),
        ("&Stop…", "Зу&пинити…"),
        ("&nbsp;", "&nbsp;"),
        ("The field in w:", "Слова, поле w: далі"),
    ],
)
def test_what_is_right_passes(source: str, form: str) -> None:
    assert not list(form_faults(source, form, ACCESS_LETTERS))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("мелoдія", "scripts mixed in a word"),
        ("мы", "a letter that Ukrainian has not"),
        ("пам'ять", "a straight ' or \""),
        ('"Стоп"', "a straight ' or \""),
        ("“Стоп”", "a closing quote that is not “ or »"),
        ("Відкрити...", "three dots for …"),
        ("50 %", "a blank that breaks before — or %"),
        ("так — ні", "a blank that breaks before — or %"),
        ("«Стоп", "quotes that are not paired"),
        ("„Стоп", "quotes that are not paired"),
        ("значення за замовчуванням", "a calque (за замовчуванням)"),
        ("будь ласка, зачекайте", "a calque (будь ласка)"),
        ("переключити голос", "a calque (переключити)"),
    ],
)
def test_bad_ukrainian_is_found(text: str, fault: str) -> None:
    assert fault in list(spelling_faults(text))


@pytest.mark.parametrize(
    "text", ["пам’ять — 50\u00a0%", "«Файл {0}», „так“", "MIDI-файл {path}", "torch.save(x, ...)"]
)
def test_good_ukrainian_passes(text: str) -> None:
    assert not list(spelling_faults(text.replace(" —", "\u00a0—")))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Зберегти та close", "close"),
        ("Немає файлу {path}. Try again.", "Try, again"),
        ("Записати MIDI and WAV", "and"),
    ],
)
def test_a_word_that_stayed_english_is_found(form: str, words: str) -> None:
    found = [*ukrainian_faults([sentence("Save and close", form)])]
    assert found == [f"Bar/Save and close: English ({words}): {form}"]


@pytest.mark.parametrize(
    "form",
    [
        "Файл MIDI у теці {path}",
        "Мелодії ABC (*.abc *.txt);;Усі файли (*)",
        "Пишіть: abcstudio train --resume {path} --set patience=0",
        "Рядок %%MIDI program, знак !trill!, файл run.json, torch.save(model)",
        "Знайти: is:starred, K:Dor",
    ],
)
def test_what_is_latin_everywhere_passes(form: str) -> None:
    assert not english_words(form)


@pytest.mark.parametrize(
    ("source", "form", "fault"),
    [
        ("Keep the take", "Зберегти дубль", "not the glossary's word for “the take”"),
        ("Each measure", "Кожен бар", "not the glossary's word for “measure”"),
        ("Loss by step", "Помилка за кроком", "not the glossary's word for “Loss”"),
        ("Batch size {count}", "Розмір пакета {count}", "not the glossary's word for “Batch size”"),
        ("Open", "Відкрити папку", "a word that the glossary rejects (папку)"),
        ("Score", "Партитура", "a word that the glossary rejects (Партитура)"),
    ],
)
def test_a_word_that_is_not_the_glossarys_is_found(source: str, form: str, fault: str) -> None:
    found = [*glossary_faults([sentence(source, form)])]
    assert f"Bar/{source}: {fault}: {form}" in found


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("It takes a moment", "Це триває мить"),
        ("Measure its takes", "Виміряти її спроби"),
        ("{root} seventh chord", "септакорд {root}"),
        ("Double sharp", "Дубль-дієз"),
    ],
)
def test_words_of_other_meanings_pass(source: str, form: str) -> None:
    assert not [*glossary_faults([sentence(source, form)])]


def test_each_form_of_a_plural_is_looked_at() -> None:
    forms = ("%Ln мелодія", "%Ln мелодії", "мелодій")
    assert [*faults([sentence("%Ln tunes", *forms, is_counted=True)])] == [
        "Bar/%Ln tunes: numbers differ: мелодій"
    ]


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (sentence("Stop"), "not translated"),
        (sentence("Stop", "Стоп", state="unfinished"), "not translated"),
        (sentence("%Ln tunes", "%Ln мелодія", "", "", is_counted=True), "not translated"),
        (sentence("Stop", "Стоп", state="obsolete"), "the code has it no longer"),
        (sentence("Stop", "Стоп", state="vanished"), "the code has it no longer"),
    ],
)
def test_what_is_not_done_is_named(found: Sentence, fault: str) -> None:
    assert [*state_faults([found])] == [f"{found.name}: {fault}"]


def test_what_is_done_is_not_named() -> None:
    assert not [*state_faults([sentence("Stop", "Стоп")])]


def test_forms_are_put_into_a_file_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "abcstudio_uk.ts"
    path.write_text(
        '<TS version="2.1" language="uk"><context><name>Bar</name>'
        "<message><source>Stop</source><translation>Стоп</translation></message>"
        '<message><source>Play</source><translation type="unfinished"></translation></message>'
        '<message numerus="yes"><source>%Ln tunes</source><translation type="unfinished">'
        "<numerusform/><numerusform/><numerusform/></translation></message></context></TS>",
        encoding="utf-8",
    )
    forms = {"Play": ("Грати",), "%Ln tunes": ("%Ln а", "%Ln б", "%Ln в")}
    write_forms(path, lambda each: forms.get(each.source, ()))
    assert [(each.source, each.forms, each.is_done) for each in read_sentences(path)] == [
        ("Stop", ("Стоп",), True),
        ("Play", ("Грати",), True),
        ("%Ln tunes", ("%Ln а", "%Ln б", "%Ln в"), True),
    ]


@needs_translation
@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_translations_in_the_box_have_no_fault(language: str) -> None:
    sentences = read_sentences(source_file(language))
    is_ukrainian = language == "uk"
    found = [*faults(sentences, access_letters=ACCESS_LETTERS if is_ukrainian else "")]
    if is_ukrainian:
        spoken = [each for each in sentences if each.is_spoken]
        found += [*ukrainian_faults(spoken), *glossary_faults(spoken)]
    assert not found
