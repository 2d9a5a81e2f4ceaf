"""The commands that say how new the tune is, and let the tunes that it is like be heard."""

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.newness.newness_presenter import NewnessPresenter
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


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
