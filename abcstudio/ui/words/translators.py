"""Which language the window speaks: its locale, its sentences, Qt's own sentences."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from abcstudio.paths import resources_dir
from abcstudio.ui.words.languages import SYSTEM

_OWN, _QT = "abcstudio", "qtbase"


def locale_of(language: str) -> QLocale:
    """Return how a language writes numbers and dates; a system that names none gets English."""
    locale = QLocale.system() if language == SYSTEM else QLocale(language)
    if locale.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English)
    return locale


class Translators:
    """The translators of the application, installed anew where the language changes.

    The last one is asked first: the program's own come after Qt's, whose words it replaces where
    they are not the window's (names of keys, the menu of a text field). Before all stand the
    English plurals, for texts that a translation lacks.
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    @property
    def count(self) -> int:
        """How many files of sentences are in use."""
        return len(self._installed)

    def speak(self, language: str) -> None:
        """Write numbers and dates as a language does, and say sentences in it.

        Args:
            language: "system", "en", or the code of a translation that is there.
        """
        locale = locale_of(language)
        QLocale.setDefault(locale)
        self.stop()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(resources_dir() / "translations")
        self._install(QLocale(QLocale.Language.English), _OWN, own_folder)
        self._install(locale, _QT, qt_folder)
        if locale.language() != QLocale.Language.English:
            self._install(locale, _OWN, own_folder)

    def stop(self) -> None:
        """Install none any more; what is said from now on is English."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()

    def _install(self, locale: QLocale, name: str, folder: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(locale, name, "_", folder) and not translator.isEmpty():
            self._app.installTranslator(translator)
            self._installed.append(translator)
