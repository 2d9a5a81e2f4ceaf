"""A reminder to look for a newer version: off until the person wants it, and it asks nobody."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from abcstudio.paths import resources_dir
from abcstudio.recipes.installation.build import Build, this_build
from abcstudio.recipes.installation.newer_version import is_time_to_look
from abcstudio.ui.services.studio import Notice, Studio


class VersionReminder(QObject):
    """Shows a notice where the program is old; it compares days and looks at no network."""

    def __init__(
        self, studio: Studio, build: Build | None = None, parent: QObject | None = None
    ) -> None:
        """Be ready.

        Args:
            studio: Whose settings say whether there is a reminder at all.
            build: The program's; None for that which runs.
            parent: Its owner.
        """
        super().__init__(parent)
        self._studio, self._build = studio, build

    def remind(self, today: date | None = None) -> None:
        """Remind the person, if that is wanted and it is time; once in so many days."""
        settings = self._studio.settings
        if not settings.remind_of_versions:
            return
        build, today = self._build or this_build(resources_dir()), today or date.today()
        if not is_time_to_look(build, settings.reminded_of_versions, today):
            return
        self._studio.update_settings(reminded_of_versions=today.isoformat())
        made = QDate.fromString(build.day, "yyyy-MM-dd")
        text = self.tr(
            "Version {0} of ABC Studio is of {1}. There may be a newer one where you got it."
        ).format(build.version, QLocale().toString(made, QLocale.FormatType.LongFormat))
        words = self.tr("Do &not remind me")
        self._studio.notice_requested.emit(
            Notice(text=text, action_text=words, action=self._end, stays=True)
        )

    def _end(self) -> None:
        self._studio.update_settings(remind_of_versions=False)
