"""Rewriting measures with the network."""

from functools import partial

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_columns import PagePlace
from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.composer.rewriting.rewriting_aim import AimKind
from abcstudio.ui.composer.rewriting.rewriting_bar import RewritingBar
from abcstudio.ui.composer.rewriting.rewriting_offer import RewritingOffer
from abcstudio.ui.composer.rewriting.rewriting_presenter import RewritingPresenter
from abcstudio.ui.services.actions import Actions, Command, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup

_REWRITE_MEASURES = "tune.rewrite_measures"


class RewritingCommands(QObject):
    """Registers the commands."""

    def __init__(self, desk: TuneDesk, presenter: RewritingPresenter, actions: Actions) -> None:
        super().__init__(desk)
        self._desk = desk
        self._presenter = presenter
        group = CommandGroup(actions, self, menu="tune", submenu="measures", page="composer")
        self._add_choosing(group)
        self._add_varying(group)
        self._add_continuing(group)
        group.follow(desk.changed, presenter.changed)
        actions.chosen.connect(self._on_command_chosen)

    def _add_choosing(self, group: CommandGroup) -> None:
        presenter, chooser = self._presenter, self._presenter.chooser
        following, previous, more, keep, drop = group.add_all(
            CommandSpec(_REWRITE_MEASURES, "Rewr&ite the measures",
                "Let the network write the selected measures again; after that, show its next "
                "version",
                do=presenter.go_on, why_not=self._why_not, keys="F12", icon="chevron-right",
                section="rewriting"),
            CommandSpec("tune.previous_version", "&Previous version", "Show the version before",
                do=partial(chooser.step, -1), why_not=self._why_no_choice, keys="Shift+F12",
                icon="chevron-left", section="rewriting"),
            CommandSpec("tune.more_versions", "Eight &more versions",
                "Let the network write eight more versions of the measures",
                do=presenter.rewrite_more, why_not=self._why_no_more, section="rewriting"),
            CommandSpec("tune.keep_version", "&Keep this version",
                "Let the version stay, as one step to undo ({0})",
                do=chooser.keep, why_not=self._why_no_choice, named_keys="Return",
                section="rewriting"),
            CommandSpec("tune.drop_versions", "Put the measures &back",
                "Stop, and let the measures be as they were ({0})",
                do=presenter.drop, why_not=self._why_nothing, named_keys="Esc",
                section="rewriting"),
        )  # fmt: skip
        presenter.bar.set_commands(
            previous=previous, following=following, more=more, keep=keep, drop=drop
        )

    def _add_varying(self, group: CommandGroup) -> None:
        rewrite, why_not = self._presenter.rewrite, self._why_no_other
        group.add_all(
            CommandSpec("tune.vary_phrase", "&Vary the phrase",
                "Let the network vary the selected measures, or the phrase at the caret: the "
                "notes on strong beats stay",
                do=partial(rewrite, AimKind.VARIED), why_not=why_not, keys="Ctrl+Shift+F12",
                section="continuing"),
            CommandSpec("tune.vary_repeat", "Vary the repeat the second &time",
                "Write the repeat at the caret out, and let the network vary its second time",
                do=partial(rewrite, AimKind.SECOND_TIME), why_not=why_not, section="continuing"),
        )  # fmt: skip

    def _add_continuing(self, group: CommandGroup) -> None:
        rewrite, why_not = self._presenter.rewrite, self._why_no_other
        group.add_all(
            CommandSpec("tune.compose_on", "Compose on from the &caret",
                "Let the network go on from the note at the caret to the end of the phrase",
                do=partial(rewrite, AimKind.CARET), why_not=why_not, keys="Shift+F11",
                section="continuing"),
            CommandSpec("tune.add_measures", "Compose more mea&sures",
                "Let the network go on after the measure at the caret; the bar says how far",
                do=partial(rewrite, AimKind.MORE), why_not=why_not, section="continuing"),
            CommandSpec("tune.compose_ending", "Compose an &ending",
                "Let the network end the tune after the measure at the caret, on the tonic",
                do=partial(rewrite, AimKind.ENDING), why_not=why_not, section="continuing"),
            CommandSpec("tune.compose_part", "Compose one pa&rt more",
                "Let the network add a part like the last one",
                do=partial(rewrite, AimKind.PART), why_not=why_not, section="continuing"),
        )  # fmt: skip

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


class RewritingRoom(QObject):
    """Shows the versions of rewritten measures in a bar above the text."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        desk, score, actions = parts.desk, parts.score, parts.actions
        self.bar = RewritingBar(parts.studio)
        self.presenter = RewritingPresenter(
            desk=desk,
            selection=parts.link.selection,
            score=score,
            playback=parts.playback,
            bar=self.bar,
        )
        self.presenter.play_requested.connect(parts.listening.play)
        RewritingCommands(desk, self.presenter, actions)
        command = actions.action(_REWRITE_MEASURES)
        desk.editor.offer_in_menu(command)
        self.offer = RewritingOffer(score, desk, self.presenter, command)
        parts.columns.put(PagePlace.REWRITING, self.bar)
