"""The preferences; every change is kept, and takes effect at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from abcstudio.paths import runs_dir
from abcstudio.settings import Settings, setting_values
from abcstudio.ui.controls.path_field import PathField
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN
from abcstudio.ui.playback.sound_settings import SoundSettings
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.shortcut_editor import ShortcutEditor
from abcstudio.ui.window.training_settings import TrainingSettings
from abcstudio.ui.words.languages import (
    SYSTEM,
    language_name,
    offered_languages,
    usable_language,
)

_SHOWN = ("language", "theme", "tunes_folder", "runs_folder")


class PreferencesDialog(QDialog):
    """General, sound, training and keys; nothing in it needs an OK."""

    def __init__(self, studio: Studio, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self.setWindowTitle(self.tr("Preferences"))
        self.setProperty("help_topic", "preferences")
        self.resize(84 * GRID, 64 * GRID)
        self.language = _combo(self.tr("Language"), self._language_words())
        self.language.setToolTip(self.tr("The language of menus and sentences"))
        self.language.activated.connect(self._on_language)
        self.theme = _combo(self.tr("Colours"), self._theme_words())
        self.theme.setToolTip(self.tr("Light, dark, or as on the desktop"))
        self.theme.activated.connect(self._on_theme)
        self.sound = SoundSettings(studio)
        self.tunes_folder = PathField(
            self.tr("Folder of tunes"),
            self.tr("The folder where opening and saving tunes begins"),
            self.tr("The home folder"),
        )
        self.tunes_folder.path_changed.connect(self._on_tunes_folder)
        self.runs_folder = PathField(
            self.tr("Folder of training runs"),
            self.tr("Where trained models and their curves are kept"),
            str(runs_dir()),
        )
        self.runs_folder.path_changed.connect(self._on_runs_folder)
        self.training = TrainingSettings(studio)
        self.shortcuts = ShortcutEditor(studio, actions)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._general(), self.tr("&General"))
        self.tabs.addTab(self.sound, self.tr("&Sound"))
        self.tabs.addTab(self.training, self.tr("Tra&ining"))
        self.tabs.addTab(self.shortcuts, self.tr("&Keys"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setToolTip(self.tr("Everything is kept already"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        note = Label(self.tr("Every change is kept."))
        note.setProperty("muted", True)
        below = QHBoxLayout()
        below.addWidget(note, 1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(below)
        studio.on_change(self._show, *_SHOWN)
        self._show(studio.settings)

    def _general(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        form.setVerticalSpacing(GRID)
        form.setHorizontalSpacing(GROUP_GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Colours"), self.theme)
        form.addRow(self.tr("Folder of &tunes"), self.tunes_folder)
        form.addRow(self.tr("Folder of training &runs"), self.runs_folder)
        return page

    def _language_words(self) -> dict[str, str]:
        languages = offered_languages()
        words = {language: language_name(language) for language in languages[1:]}
        return {SYSTEM: self.tr("As the system"), **words}

    def _theme_words(self) -> dict[str, str]:
        words = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        return {theme: words[theme] for theme in setting_values("theme").choices}

    def _show(self, settings: Settings) -> None:
        self.language.setCurrentIndex(self.language.findData(usable_language(settings.language)))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.tunes_folder.set_path(settings.tunes_folder)
        self.runs_folder.set_path(settings.runs_folder)

    def _on_language(self, index: int) -> None:
        self._studio.update_settings(language=self.language.itemData(index))

    def _on_theme(self, index: int) -> None:
        self._studio.update_settings(theme=self.theme.itemData(index))

    def _on_tunes_folder(self, path: str) -> None:
        self._studio.update_settings(tunes_folder=path)

    def _on_runs_folder(self, path: str) -> None:
        self._studio.update_settings(runs_folder=path)
        self._studio.refresh_models()


def _combo(name: str, words: dict[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, text in words.items():
        combo.addItem(text, value)
    return combo
