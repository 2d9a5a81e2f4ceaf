"""Comparison of the tune with known tunes: how new it is."""

from PySide6.QtCore import QObject, Signal

from abcstudio.recipes.finding.selected_melody import AskedPlace, selected_melody
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.newness.known_score import KnownScore
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.composer.newness.newness_presenter import NewnessPresenter
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class WhereElse(QObject):
    """Registers them; the editor's own menu offers the first, too."""

    def __init__(
        self,
        desk: TuneDesk,
        actions: Actions,
    ) -> None:
        super().__init__(desk)
        self._editor = desk.editor
        self._watch = desk.watch
        self._studio = desk.studio
        group = CommandGroup(
            actions, self, menu="tune", submenu="known", page="composer", why_not=desk.why_no_tune
        )
        where_else, _relatives = group.add_all(
            CommandSpec("tune.where_else", "Where &else?",
                "Finds the tunes that have the selected notes, or those from the caret on",
                do=self._ask, keys="Ctrl+Shift+F9", icon="search"),
            CommandSpec("tune.relatives", "Closest &relatives",
                "Finds the tunes that share most with this one, side by side with it",
                do=self._ask_for_relatives, keys="Ctrl+Shift+F11", icon="sparkles"),
        )  # fmt: skip
        desk.editor.offer_in_menu(where_else)
        group.follow(desk.changed)

    def _ask(self) -> None:
        view = self._watch.settle()
        if view is None:
            return
        melody = selected_melody(view.score, self._editor.selection().moved(-view.offset))
        if melody:
            self._studio.melody_requested.emit(melody.text, AskedPlace(view.tune, melody))
        else:
            self._studio.notify(self.tr("No note is selected, and none follows the caret."), "info")

    def _ask_for_relatives(self) -> None:
        view = self._watch.settle()
        if view is not None:
            self._studio.relatives_requested.emit(view.tune)


class NewnessCommands(QObject):
    """Registers the commands.

    Signals:
        side_requested: A panel of the side is to come to the front. Carries its name.
    """

    side_requested = Signal(str)

    def __init__(self, presenter: NewnessPresenter, actions: Actions) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        group = CommandGroup(actions, self, menu="tune", submenu="known", page="composer")
        _show, *of_row = group.add_all(
            CommandSpec("tune.newness", "Is it ne&w?",
                "Show how new this tune is, and what known tunes share with it",
                do=lambda: self.side_requested.emit("newness"), keys="Shift+F7", icon="sparkles"),
            CommandSpec("tune.play_known", "P&lay the known tune",
                "Play the shared measures as they stand in the known tune",
                do=presenter.play, why_not=self._why_not, keys="Ctrl+Shift+F7", icon="player-play"),
            CommandSpec("tune.play_shared", "Play the s&hared measures",
                "Select the shared measures and play them as they stand in this tune",
                do=presenter.play_own, why_not=self._why_not, keys="Alt+Shift+F7", icon="music"),
            CommandSpec("tune.next_shared", "Ne&xt shared measures",
                "Select the next measures that a known tune has, too",
                do=presenter.step, why_not=self._why_not, keys="Alt+Shift+F9", icon="chevron-down"),
            CommandSpec("tune.open_known", "&Open the known tune",
                "Open the known tune that shares the measures, beside this one",
                do=presenter.open_known, why_not=self._why_not, icon="external-link"),
        )  # fmt: skip
        presenter.panel.set_actions(*of_row)
        group.follow(presenter.changed)

    def _why_not(self) -> str:
        if self._presenter.row is not None:
            return ""
        return self.tr("“Is it new?” lists the known tunes that share measures with this one.")


class NewnessRoom(QObject):
    """Compares the tune with known ones at the side."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self.panel = NewnessPanel(parts.studio)
        new = self.tr("How new this tune is, and what known tunes share with it")
        parts.side.add("newness", self.tr("New?"), new, self.panel, "sparkles")
        known = KnownScore(self.panel.score, parts.engraver, parts.playback)
        self.presenter = NewnessPresenter(parts.desk, parts.link, parts.score, known, self.panel)
        self.presenter.selection_play_requested.connect(parts.listening.play_selection)
        self.presenter.told.connect(parts.rooms[TakesRoom].details.show_newness)
        commands = NewnessCommands(self.presenter, parts.actions)
        commands.side_requested.connect(parts.side.bring)
        WhereElse(parts.desk, parts.actions)
