"""The size of the music and where its lines end: commands and settings for every score."""

from PySide6.QtCore import QObject, Qt, QTimer

from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ZOOM_STEP, ScoreView
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.key_words import modifier_words

_KEEP_MS = 500


class ScoreSizes(QObject):
    """Keeps all scores at one size; what is set by keys or the wheel is there at the next start."""

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        score: ScoreView,
        engraving: EngravingController,
    ) -> None:
        """Take charge of a score, and of where its lines end."""
        super().__init__(actions)
        self._studio = studio
        self._scores = [score]
        self._engraving = engraving
        self._zoom = 1.0
        # The wheel changes the size many times a second; the last one is kept.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_MS)
        self._timer.timeout.connect(self._keep)
        self._add(actions)
        score.zoom_changed.connect(self._set_zoom)
        studio.on_change(self._follow, "score_fills_lines")
        self._set_zoom(studio.settings.score_zoom)
        self._follow()

    def take_up(self, score: ScoreView) -> None:
        """Keep another score at the same size, too."""
        self._scores.append(score)
        score.set_zoom(self._zoom)
        score.zoom_changed.connect(self._set_zoom)

    def _add(self, actions: Actions) -> None:
        # In the tooltip {0} is a key that is held while the wheel turns.
        larger = self.tr("Show the music larger ({0} and the wheel do too)")
        held = modifier_words(Qt.KeyboardModifier.ControlModifier)
        group = CommandGroup(actions, self, menu="view", submenu="score")
        *_sizes, self.lines = group.add_all(
            CommandSpec("view.score_larger", "Larger s&core", larger.format(held),
                do=lambda: self._set_zoom(self._zoom * ZOOM_STEP), keys="Ctrl++", icon="zoom-in",
                section="score"),
            CommandSpec("view.score_smaller", "Smaller sc&ore", "Show the music smaller",
                do=lambda: self._set_zoom(self._zoom / ZOOM_STEP), keys="Ctrl+-", icon="zoom-out",
                section="score"),
            CommandSpec("view.score_fit", "Fit the &width",
                "Show the music in its natural size, or as small as its lines need",
                do=lambda: self._set_zoom(1.0), keys="Ctrl+0", section="score"),
            CommandSpec("view.score_lines", "Lines as in the te&xt",
                "Break the score's lines where the text does, or fill the width",
                do=self._toggle_lines, section="score", is_switch=True),
        )  # fmt: skip

    def _set_zoom(self, zoom: float) -> None:
        for score in self._scores:
            score.set_zoom(zoom)
        zoom = self._scores[0].zoom
        # Long lines must not shrink a score that the person enlarged.
        self._engraving.set_may_shrink(zoom <= 1.0)
        if zoom != self._zoom:
            self._zoom = zoom
            self._timer.start()

    def _keep(self) -> None:
        self._studio.update_settings(score_zoom=self._zoom)

    def _toggle_lines(self) -> None:
        self._studio.update_settings(score_fills_lines=not self.lines.isChecked())

    def _follow(self) -> None:
        fills = self._studio.settings.score_fills_lines
        self.lines.setChecked(not fills)
        self._engraving.set_breaks("auto" if fills else "encoded")
