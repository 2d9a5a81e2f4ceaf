"""What the pages share: settings, background jobs, notices, the chosen model, requests."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from abcstudio.corpus.tune import Tune
from abcstudio.guarded_files import folder_fault, not_a_file
from abcstudio.learning.checkpoint import BEST_FILE, LAST_FILE
from abcstudio.learning.freed_memory import give_back_freed
from abcstudio.own_files import DamagedFile
from abcstudio.paths import (
    bundled_model,
    bundled_sound_font,
    models_dir,
    own_folders,
    runs_dir,
    settings_file,
)
from abcstudio.recipes.models import ModelInfo, available_models
from abcstudio.settings import Settings, SettingsChanges
from abcstudio.ui.look.theme import Colors, colors_for
from abcstudio.ui.services.settings_keeper import SettingsKeeper
from abcstudio.ui.words.translation import reason_words
from abcstudio.workers.collector import Collector
from abcstudio.workers.job import Job

if TYPE_CHECKING:
    from abcstudio.ui.services.corpus_choice import CorpusChoice


class SettingsWatch(QObject):
    """Tells of changes of some preferences, and of no others.

    Signals:
        changed: At least one of them changed. Carries the new `Settings`.
    """

    changed = Signal(object)

    def __init__(self, names: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._names = names

    def compare(self, before: Settings, after: Settings) -> None:
        """Emit `changed` where one of the preferences differs."""
        if any(getattr(before, name) != getattr(after, name) for name in self._names):
            self.changed.emit(after)


# For all work together: the process ends within two seconds after its window was closed.
SHUT_DOWN_MS = 1000
# For one more look at a job that `Studio.shut_down` has waited for.
JOB_WAIT_MS = 200
_MOST_PARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence that slides in at the bottom of the window and goes by itself, or one that stays.

    Attributes:
        kind: "info", "success", "warning" or "error".
        action_text: The words on its button, "" for none.
        action: What the button does.
        stays: Whether it waits for an answer, in a row of its own over the page.
        other: The words on a second button and what that does, None for none.
    """

    text: str
    kind: str = "info"
    action_text: str = ""
    action: Callable[[], object] | None = None
    stays: bool = False
    other: tuple[str, Callable[[], object]] | None = None


class Studio(QObject):
    """State and services shared by the pages.

    Signals:
        colors_changed: The scheme changed. Carries the new `Colors`.
        notice_requested: Carries a `Notice`.
        notice_withdrawn: A notice is no longer true. Carries the `Notice`.
        models_changed: The list of models changed.
        model_changed: Another model was chosen. Carries its `ModelInfo`, or None.
        page_requested: A page should come to the front. Carries its name.
        open_text_requested: A tune should be opened in the composer. Carries its text and a name.
        known_tune_requested: A known tune should be shown in the composer. Carries its text and a
            name.
        melody_requested: A melody should be looked for in the tunes. Carries it as ABC, and the
            `AskedPlace` where it was selected, or None.
        relatives_requested: The relatives of a tune should be looked for. Carries the `Tune`.
        source_requested: A file should be opened as a source of tunes. Carries its path.
        train_requested: A network should be trained on tunes. Carries the tunes, their name and the
            `CorpusChoice` by which they are found again.
        model_file_requested: A file should be taken in as a model. Carries its path.
        lesson_requested: A lesson should be opened. Carries its name.
        run_requested: A training run should be shown among all runs. Carries its folder.
        keeping_requested: Tunes should go into the tunebook. Carries them, and whether they become
            a set of their own.
        closing: The window closes: what waits to be kept is kept now. After that nothing starts.
        card_requested: The card of a model should be shown. Carries the model's path.
    """

    colors_changed = Signal(object)
    closing = Signal()
    notice_requested = Signal(object)
    notice_withdrawn = Signal(object)
    models_changed = Signal()
    model_changed = Signal(object)
    page_requested = Signal(str)
    open_text_requested = Signal(str, str)
    known_tune_requested = Signal(str, str)
    melody_requested = Signal(str, object)
    relatives_requested = Signal(object)
    source_requested = Signal(object)
    train_requested = Signal(object, str, object)
    model_file_requested = Signal(object)
    lesson_requested = Signal(str)
    run_requested = Signal(object)
    card_requested = Signal(object)
    keeping_requested = Signal(object, bool)

    def __init__(
        self, settings: Settings, parent: QObject | None = None, *, keeps_window: bool = True
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._colors = colors_for(settings.theme)
        self._watches: dict[tuple[str, ...], SettingsWatch] = {}
        self._jobs: set[Job] = set()
        self._is_shut_down = False
        self._collector = Collector(self)
        self._collector.rested.connect(give_back_freed)
        self._collector.start()
        self._keeper = SettingsKeeper(settings_file(), self.start, self, keeps_window=keeps_window)
        self._keeper.failed.connect(self._on_settings_not_kept)
        self._models: tuple[ModelInfo, ...] = ()
        self.refresh_models()

    @property
    def settings(self) -> Settings:
        """The user's preferences now."""
        return self._settings

    @property
    def colors(self) -> Colors:
        """The colours of the scheme now."""
        return self._colors

    @property
    def sound_font(self) -> Path:
        """The .sf2 that is played: the person's own, else the one in the box."""
        own = self._settings.sound_font
        return Path(own) if own else bundled_sound_font()

    @property
    def runs_folder(self) -> Path:
        """Where training runs go: the person's own folder, else one of the program's."""
        own = self._settings.runs_folder
        return Path(own) if own else runs_dir()

    def update_settings(self, **changes: Unpack[SettingsChanges]) -> None:
        """Change some preferences, keep them on disk soon and call the slots of `on_change`.

        Raises:
            ValueError: A value does not fit; the boxes of the window offer none.
        """
        self.replace_settings(self._settings.changed(**changes))

    def replace_settings(self, settings: Settings) -> None:
        """Take new preferences, keep them on disk soon and call the slots of `on_change`."""
        if settings == self._settings:
            return
        before, self._settings = self._settings, settings
        self._keeper.keep(settings)
        for watch in tuple(self._watches.values()):
            # Not `settings`: a slot may change a preference itself.
            watch.compare(before, self._settings)
        self.refresh_colors()

    def will_write_into(self, folder: Path) -> None:
        """Take note of a folder of the person's before a file is written there.

        What is left there where the program is killed meanwhile is cleared away at the next start.
        """
        settings = self._settings.with_written_folder(str(folder))
        if str(folder) not in self._settings.written_folders:
            self._keeper.keep_at_once(settings)
        self.replace_settings(settings)

    def on_change(self, slot: Callable[..., object], *names: str) -> None:
        """Call a slot whenever one of some preferences changes; no other change calls it.

        Args:
            slot: Takes the new `Settings`, or nothing. It is connected as to a signal: a widget
                that is deleted is no longer called.
            names: Fields of `Settings`.
        """
        if names not in self._watches:
            self._watches[names] = SettingsWatch(names, self)
        self._watches[names].changed.connect(slot)

    def _on_settings_not_kept(self, error: OSError) -> None:
        self.notify(
            self.tr("Your preferences cannot be saved: {0}").format(reason_words(error)), "warning"
        )

    def refresh_colors(self) -> None:
        """Look at the theme setting and the desktop's scheme again."""
        colors = colors_for(self._settings.theme)
        if colors != self._colors:
            self._colors = colors
            self.colors_changed.emit(colors)

    def notify(
        self,
        text: str,
        kind: str = "info",
        action_text: str = "",
        action: Callable[[], object] | None = None,
        *,
        stays: bool = False,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> Notice:
        """Show a notice and return it; one that stays waits until it is answered or put away."""
        notice = Notice(
            text=text, kind=kind, action_text=action_text, action=action, stays=stays, other=other
        )
        self.notice_requested.emit(notice)
        return notice

    def tell_damaged(self, damaged: DamagedFile, *others: DamagedFile, what: str = "") -> None:
        """Say that files of the program's own, in one folder, cannot be used; and where they are.

        However many they are, it is one notice.

        Args:
            damaged: The first of them.
            others: The others.
            what: What the first is to the person, "" for its name.
        """
        folder = QUrl.fromLocalFile(str(damaged.path.parent))
        words = self._damage_sentence(damaged, what or damaged.path.name)
        if others:
            one = self.tr("The same is true of 1 more file of its folder.")
            more = self.tr("The same is true of %Ln more files of its folder.", "", len(others))
            words = " ".join((words, one if len(others) == 1 else more))
        self.notify(
            words,
            "warning",
            self.tr("Show the folder"),
            partial(QDesktopServices.openUrl, folder),
            stays=True,
        )

    def _damage_sentence(self, damaged: DamagedFile, name: str) -> str:
        kept = damaged.kept
        if damaged.parts:
            return self._parts_sentence(damaged)
        why = reason_words(damaged.error)
        if damaged.is_spared:
            return self.tr(
                "{0} cannot be read: {1}. It stays as it is and is used again at the next start "
                "that can read it; until then nothing is written into it."
            ).format(name, why)
        if kept is None:
            return self.tr("{0} cannot be used: {1}. The studio goes on without it.").format(
                name, why
            )
        return self.tr(
            "{0} cannot be used: {1}. It is kept as {2}, and the studio goes on without it."
        ).format(name, why, kept.name)

    def _parts_sentence(self, damaged: DamagedFile) -> str:
        parts = ", ".join(damaged.parts[:_MOST_PARTS])
        if len(damaged.parts) > _MOST_PARTS:
            parts = self.tr("{0} and others").format(parts)
        words = self.tr("What stands in {0} for {1} does not fit and is passed over.")
        words = words.format(damaged.path.name, parts)
        if damaged.kept is None:
            return words
        kept = self.tr("The file as it was is kept as {0}.").format(damaged.kept.name)
        return f"{words} {kept}"

    def start(self, job: Job) -> Job:
        """Start background work and keep it until it has ended; closing the window waits for it.

        After `shut_down` nothing starts any more.
        """
        if self._is_shut_down:
            job.cancel()
            return job
        self.adopt(job)
        job.start()
        return job

    @property
    def jobs(self) -> frozenset[Job]:
        """The background work that goes on."""
        return frozenset(self._jobs)

    @property
    def is_working(self) -> bool:
        """Whether background work goes on."""
        return bool(self._jobs)

    def hand_over(self, job: Job) -> Job:
        """Let another studio look after a job, by `adopt`; none hears of it until then."""
        job.let_go()
        self._jobs.discard(job)
        return job

    def adopt(self, job: Job) -> None:
        """Look after a job that runs already, as `start` does."""
        self._jobs.add(job)
        job.ended.connect(lambda: self._jobs.discard(job))

    def shut_down(self) -> bool:
        """Cancel all background work, wait for it and return whether all of it has ended."""
        if not self._is_shut_down:
            self.closing.emit()
        self._is_shut_down = True
        jobs = list(self._jobs)
        for job in jobs:
            job.cancel()
        until = time.monotonic() + SHUT_DOWN_MS / 1000
        ended = [job.wait(max(0, round(1000 * (until - time.monotonic())))) for job in jobs]
        self._keeper.finish()
        self._collector.stop()
        return all(ended)

    @property
    def models(self) -> tuple[ModelInfo, ...]:
        """The models at hand, the one in the box first."""
        return self._models

    @property
    def model(self) -> ModelInfo | None:
        """The chosen model; the first one when the choice is gone."""
        return self._chosen_model() or (self._models[0] if self._models else None)

    def _chosen_model(self) -> ModelInfo | None:
        chosen = Path(self._settings.model)
        by_path = next((model for model in self._models if model.path == chosen), None)
        if by_path is not None or chosen.name not in (BEST_FILE, LAST_FILE):
            return by_path
        # A run that goes on comes to a better network than the one it had saved.
        return next((model for model in self._models if model.path.parent == chosen.parent), None)

    def refresh_models(self) -> None:
        """Look for models again, after a training run for example."""
        before = self._chosen_model()
        self._models = available_models(bundled_model(), self.runs_folder, models_dir())
        self.models_changed.emit()
        if before is not None:
            self.tell_lost_model(before.name)

    def tell_unusable_folders(self) -> None:
        """Say which folders of the program's own cannot hold files, each once, and why."""
        faults = {
            error.filename: error for error in map(folder_fault, own_folders()) if error is not None
        }
        for path, error in faults.items():
            words = self.tr(
                "{0} cannot be used: {1}. What belongs there cannot be kept: put that right, or "
                "start the studio with ABCSTUDIO_HOME set to another folder."
            )
            self.notify(words.format(path, reason_words(error)), "warning", stays=True)

    def tell_lost_model(self, name: str = "") -> None:
        """Say that the chosen model is gone where it is, once, and what composes in its place."""
        chosen = Path(self._settings.model)
        if not self._settings.model or self._chosen_model() is not None:
            return
        self.update_settings(model="")
        is_of_run = chosen.name in (BEST_FILE, LAST_FILE)
        name = name or (chosen.parent.name if is_of_run else chosen.stem)
        if (refused := not_a_file(chosen)) is not None:
            words = self.tr("The model {0} cannot be read: {1}.")
            words = words.format(name, reason_words(refused))
        elif self.model is None:
            words = self.tr("The model {0} is no longer there.").format(name)
        else:
            words = self.tr("The model {0} is no longer there: {1} composes now.").format(
                name, self.model.name
            )
        self.notify(words, "warning")

    def choose_model(self, path: Path) -> None:
        """Compose with this model from now on."""
        self.update_settings(model=str(path))
        self.model_changed.emit(self.model)

    def compose_with(self, model: Path) -> None:
        """Choose a model and go to the composer."""
        self.choose_model(model)
        self.page_requested.emit("composer")

    def open_in_composer(self, text: str, name: str) -> None:
        """Open a tune in the composer and go there."""
        self.page_requested.emit("composer")
        self.open_text_requested.emit(text, name)

    def show_known_tune(self, text: str, name: str) -> None:
        """Go to the composer and look at a known tune there."""
        self.page_requested.emit("composer")
        self.known_tune_requested.emit(text, name)

    def open_lesson(self, name: str) -> None:
        """Go to the page of lessons and open one there."""
        self.page_requested.emit("learn")
        self.lesson_requested.emit(name)

    def train_on(self, tunes: tuple[Tune, ...], name: str, choice: "CorpusChoice") -> None:
        """Take tunes to the training page and go there."""
        self.page_requested.emit("training")
        self.train_requested.emit(tunes, name, choice)
