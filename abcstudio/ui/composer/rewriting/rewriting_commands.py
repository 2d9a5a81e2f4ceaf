"""The commands that rewrite measures, and choose among their versions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.rewriting.rewriting_aim import AimKind
from abcstudio.ui.composer.rewriting.rewriting_presenter import RewritingPresenter
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_COMMANDS = (
    CommandSpec(
        id="tune.rewrite_measures",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Rewr&ite the measures"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Let the network write the selected measures again; after that, show its next version",
        ),
        keys="F12",
        icon="chevron-right",
        section="rewriting",
    ),
    CommandSpec(
        id="tune.previous_version",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "&Previous version"),
        tooltip=QT_TRANSLATE_NOOP("RewritingCommands", "Show the version before"),
        keys="Shift+F12",
        icon="chevron-left",
        section="rewriting",
    ),
    CommandSpec(
        id="tune.more_versions",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Eight &more versions"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands", "Let the network write eight more versions of the measures"
        ),
        section="rewriting",
    ),
    CommandSpec(
        id="tune.keep_version",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "&Keep this version"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands", "Let the version stay, as one step to undo ({0})"
        ),
        named_keys="Return",
        section="rewriting",
    ),
    CommandSpec(
        id="tune.drop_versions",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Put the measures &back"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands", "Stop, and let the measures be as they were ({0})"
        ),
        named_keys="Esc",
        section="rewriting",
    ),
    CommandSpec(
        id="tune.vary_phrase",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "&Vary the phrase"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Let the network vary the selected measures, or the phrase at the caret: "
            "the notes on strong beats stay",
        ),
        keys="Ctrl+Shift+F12",
        section="continuing",
    ),
    CommandSpec(
        id="tune.vary_repeat",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Vary the repeat the second &time"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Write the repeat at the caret out, and let the network vary its second time",
        ),
        section="continuing",
    ),
    CommandSpec(
        id="tune.compose_on",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Compose on from the &caret"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Let the network go on from the note at the caret to the end of the phrase",
        ),
        keys="Shift+F11",
        section="continuing",
    ),
    CommandSpec(
        id="tune.add_measures",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Compose more mea&sures"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Let the network go on after the measure at the caret; the bar says how far",
        ),
        section="continuing",
    ),
    CommandSpec(
        id="tune.compose_ending",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Compose an &ending"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands",
            "Let the network end the tune after the measure at the caret, on the tonic",
        ),
        section="continuing",
    ),
    CommandSpec(
        id="tune.compose_part",
        words=QT_TRANSLATE_NOOP("RewritingCommands", "Compose one pa&rt more"),
        tooltip=QT_TRANSLATE_NOOP(
            "RewritingCommands", "Let the network add a part like the last one"
        ),
        section="continuing",
    ),
)
_KINDS = {
    "tune.vary_phrase": AimKind.VARIED,
    "tune.vary_repeat": AimKind.SECOND_TIME,
    "tune.compose_on": AimKind.CARET,
    "tune.add_measures": AimKind.MORE,
    "tune.compose_ending": AimKind.ENDING,
    "tune.compose_part": AimKind.PART,
}


class RewritingCommands(QObject):
    """Registers the commands."""

    def __init__(self, desk: TuneDesk, presenter: RewritingPresenter, actions: Actions) -> None:
        super().__init__(desk)
        self._desk = desk
        self._presenter = presenter
        group = CommandGroup(actions, self, menu="tune", page="composer")
        chooser = presenter.chooser
        rules: dict[str, tuple[Callable[[], object], Callable[[], str]]] = {
            "tune.rewrite_measures": (presenter.go_on, self._why_not),
            "tune.previous_version": (lambda: chooser.step(-1), self._why_no_choice),
            "tune.more_versions": (presenter.rewrite_more, self._why_no_more),
            "tune.keep_version": (chooser.keep, self._why_no_choice),
            "tune.drop_versions": (presenter.drop, self._why_nothing),
        }
        for action_id, kind in _KINDS.items():
            rules[action_id] = (partial(presenter.rewrite, kind), self._why_no_other)
        made: dict[str, QAction] = {spec.id: group.add(spec, *rules[spec.id]) for spec in _COMMANDS}
        presenter.bar.set_commands(
            previous=made["tune.previous_version"],
            following=made["tune.rewrite_measures"],
            more=made["tune.more_versions"],
            keep=made["tune.keep_version"],
            drop=made["tune.drop_versions"],
        )
        group.follow(desk.changed, presenter.changed)
        actions.chosen.connect(self._on_command_chosen)

    def _why_not(self) -> str:
        return self._desk.why_not() or ("" if self._presenter.chooser.count else self._why_busy())

    def _why_busy(self) -> str:
        is_looking = self._presenter.chooser.is_looking
        return self.tr("The network is still writing.") if is_looking else ""

    def _why_no_other(self) -> str:
        is_choice = self._presenter.chooser.count > 0
        words = self.tr("Keep or put back the measures first.")
        return self._desk.why_not() or self._why_busy() or (words if is_choice else "")

    def _why_no_choice(self) -> str:
        is_choice = self._presenter.chooser.count > 0
        return "" if is_choice else self.tr("There are no versions to choose among.")

    def _why_no_more(self) -> str:
        is_on = self._presenter.is_on
        return self._why_busy() or self._desk.why_not() or ("" if is_on else self._why_no_choice())

    def _why_nothing(self) -> str:
        return "" if self._presenter.is_on else self.tr("No measures are being rewritten.")

    def _on_command_chosen(self, command: Command) -> None:
        """Let the command that stops the sound stop the sampling too."""
        if command.action_id == "play.stop" and self._presenter.chooser.is_looking:
            self._presenter.chooser.stop()
