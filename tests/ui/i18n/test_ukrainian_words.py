"""Numbers, plurals, keys and messages as the window says them in Ukrainian."""

import errno
import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from abcstudio.counted_messages import COUNTED
from abcstudio.errors import TrainingInputError
from abcstudio.files import UnwritableFileError
from abcstudio.messages import ENGLISH, english
from abcstudio.notation.assistance.snippets import TEMPLATES, fill
from abcstudio.ui.playback.bar.mixer import track_name
from abcstudio.ui.words.key_names import tonic_name
from abcstudio.ui.words.languages import offered_languages
from abcstudio.ui.words.qt_words import QT_WORDS
from abcstudio.ui.words.rhythm_names import rhythm_name
from abcstudio.ui.words.translation import error_sentence, message
from tests.ui.i18n.speaking import speaking

# One, few, many: what each number takes.
ONE, FEW, MANY = "{0} мелодія", "{0} мелодії", "{0} мелодій"
FORMS = {
    0: MANY, 1: ONE, 2: FEW, 5: MANY, 11: MANY, 12: MANY, 21: ONE, 22: FEW, 25: MANY, 101: ONE,
    111: MANY, 4441: ONE,
}  # fmt: skip


@pytest.fixture(autouse=True)
def ukrainian(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "uk"):
        yield


@pytest.mark.parametrize(("number", "form"), FORMS.items())
def test_a_number_chooses_the_form(number: int, form: str) -> None:
    said = QCoreApplication.translate("SourceList", "%Ln tunes", "", number)
    assert said == form.format(QLocale().toString(number))
    assert message("book.count", {"count": number}) == form.format(number)


def values_of(message_id: str) -> dict[str, object]:
    """Return a value for each placeholder of a message, as its format wants it."""
    fields = string.Formatter().parse(ENGLISH[message_id])
    numbers = COUNTED.get(message_id, "")
    return {
        name: 1350000 if form == "," or name == numbers else 12.5 if form else "x"
        for _, name, form, _ in fields
        if name
    }


def test_every_message_can_be_said(caplog: pytest.LogCaptureFixture) -> None:
    silent = [each for each in ENGLISH if not message(each, values_of(each))]
    assert not silent
    assert not caplog.records


def test_a_spoiled_translation_is_said_in_english(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(QCoreApplication, "translate", lambda *_: "Немає файлу {шлях}.")
    assert message("file.not_found", {"path": "a.abc"}) == "There is no file a.abc."
    assert "file.not_found" in caplog.text


def test_numbers_are_written_as_in_ukrainian() -> None:
    assert "12,3." in message("training.diverged", {"step": 3, "loss": 12.345})
    assert "200\u00a0000" in message("notation.limit-elements", {"limit": 200000})
    size = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    assert QLocale().formattedDataSize(3435973837, 1, size) == "3,2 ГБ"


@pytest.mark.parametrize(
    "number",
    [
        errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT, errno.EROFS,
        errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.EBUSY, errno.ENAMETOOLONG, errno.EMFILE,
        errno.EIO, errno.ETIMEDOUT,
    ],
)  # fmt: skip
def test_the_reason_of_the_system_is_ukrainian(number: int) -> None:
    sentence = error_sentence(OSError(number, os.strerror(number), "a.abc"))
    assert os.strerror(number) not in sentence
    assert not any(word in sentence for word in ("file", "disk", "cannot"))


def test_a_reason_that_has_no_words_of_ours_is_the_systems() -> None:
    words = os.strerror(errno.ECHILD)
    assert words in error_sentence(OSError(errno.ECHILD, words, "a.abc"))


def test_a_setting_is_called_as_in_its_form() -> None:
    error = TrainingInputError(
        "training.out_of_range", name="learning_rate", value=2.0, minimum="1e-05", maximum="0.1"
    )
    assert "learning_rate" not in error_sentence(error)
    assert error_sentence(error).startswith("Швидкість навчання")
    assert english(error.message_id, error.parameters).startswith("learning_rate")


def test_a_new_tune_has_ukrainian_words_to_write_over() -> None:
    song = next(each for each in TEMPLATES if each.name == "snippet.tune.song")
    text = fill(song, say=message).text
    assert "T:Без назви\n" in text
    assert text.endswith("w:слова до нот\n")


def test_a_full_disk_says_how_much_is_needed() -> None:
    error = UnwritableFileError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a.wav", needed=1_350_000)
    assert "на диску немає місця; потрібно байтів: 1\u00a0350\u00a0000" in error_sentence(error)


def test_what_the_system_says_of_its_own_stays() -> None:
    assert "odd things" in error_sentence(OSError(errno.EIO, "odd things", "a.abc"))


@pytest.mark.parametrize(
    ("tonic", "name"), [("Bb", "сі-бемоль мажор"), ("F#", "фа-дієз мажор"), ("D", "ре мажор")]
)
def test_keys_are_named_by_syllables(tonic: str, name: str) -> None:
    assert tonic_name(tonic, "major") == name


def test_dances_are_named_and_what_is_none_stays() -> None:
    assert rhythm_name("slip jig") == "сліп-джига"
    assert rhythm_name("Reel") == "рил"
    assert rhythm_name("Коломийка") == "Коломийка"


def test_only_the_programs_own_tracks_are_named() -> None:
    assert track_name("Bass", is_backing=True) == "Бас"
    assert track_name("Bass", is_backing=False) == "Bass"


def test_keys_are_called_as_in_the_help() -> None:
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Space").toString(native) == "Ctrl+Пробіл"
    assert len(QT_WORDS) == len(set(QT_WORDS)) + 2


def test_the_dialog_of_files_speaks_ukrainian(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "inner").mkdir()
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    table = dialog.findChild(QTreeView, "treeView")
    assert isinstance(table, QTreeView)
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) == 1)
    kind = table.model().index(0, 2, table.rootIndex()).data()
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    latin = [words for words in (*labels, kind) if re.search("[A-Za-z]{3}", words)]
    assert kind
    assert labels
    assert not latin


def test_the_menu_of_a_line_says_undo_as_the_window_does(qapp: QApplication) -> None:
    line = QLineEdit()
    menu = line.createStandardContextMenu()
    assert menu.actions()[0].text().partition("\t")[0] == "&Скасувати зміну"
    menu.deleteLater()
    line.deleteLater()


def test_ukrainian_is_offered() -> None:
    assert "uk" in offered_languages()
