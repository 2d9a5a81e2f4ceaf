"""The commands that say how new the tune is, and let the tunes that it is like be heard."""

from PySide6.QtCore import QObject, Signal

from abcstudio.ui.composer.newness.newness_presenter import NewnessPresenter
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_COMMANDS = (
    CommandSpec(
        id="tune.newness",
        words=QT_TRANSLATE_NOOP("NewnessCommands", "Is it ne&w?"),
        tooltip=QT_TRANSLATE_NOOP(
            "NewnessCommands", "Show how new this tune is, and what known tunes share with it"
        ),
        keys="Shift+F7",
        icon="sparkles",
    ),
    CommandSpec(
        id="tune.play_known",
        words=QT_TRANSLATE_NOOP("NewnessCommands", "P&lay the known tune"),
        tooltip=QT_TRANSLATE_NOOP(
            "NewnessCommands", "Play the shared measures as they stand in the known tune"
        ),
        keys="Ctrl+Shift+F7",
        icon="player-play",
    ),
    CommandSpec(
        id="tune.play_shared",
        words=QT_TRANSLATE_NOOP("NewnessCommands", "Play the s&hared measures"),
        tooltip=QT_TRANSLATE_NOOP(
            "NewnessCommands", "Select the shared measures and play them as they stand in this tune"
        ),
        keys="Alt+Shift+F7",
        icon="music",
    ),
    CommandSpec(
        id="tune.next_shared",
        words=QT_TRANSLATE_NOOP("NewnessCommands", "Ne&xt shared measures"),
        tooltip=QT_TRANSLATE_NOOP(
            "NewnessCommands", "Select the next measures that a known tune has, too"
        ),
        keys="Alt+Shift+F9",
        icon="chevron-down",
    ),
    CommandSpec(
        id="tune.open_known",
        words=QT_TRANSLATE_NOOP("NewnessCommands", "&Open the known tune"),
        tooltip=QT_TRANSLATE_NOOP(
            "NewnessCommands", "Open the known tune that shares the measures, beside this one"
        ),
        icon="external-link",
    ),
)


class NewnessCommands(QObject):
    """Registers the commands.

    Signals:
        side_requested: A panel of the side is to come to the front. Carries its name.
    """

    side_requested = Signal(str)

    def __init__(self, presenter: NewnessPresenter, actions: Actions) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        group = CommandGroup(actions, self, menu="tune", page="composer")
        group.add(_COMMANDS[0], lambda: self.side_requested.emit("newness"))
        shown = [
            group.add(spec, act, self._why_not)
            for spec, act in zip(
                _COMMANDS[1:],
                (presenter.play, presenter.play_own, presenter.step, presenter.open_known),
                strict=True,
            )
        ]
        presenter.panel.set_actions(*shown)
        group.follow(presenter.changed)

    def _why_not(self) -> str:
        if self._presenter.row is not None:
            return ""
        return self.tr("“Is it new?” lists the known tunes that share measures with this one.")
