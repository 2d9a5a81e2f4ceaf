"""The size of the music and where its lines end: commands and settings for every score."""

from PySide6.QtCore import QObject, Qt, QTimer

from abcstudio.ui.score.engraving_controller import EngravingController
from abcstudio.ui.score.score_view import ZOOM_STEP, ScoreView
from abcstudio.ui.services.actions import Actions
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
        for action_id, words, do, keys, icon_name, tooltip in (
            (
                "score_larger",
                self.tr("Larger s&core"),
                lambda: self._set_zoom(self._zoom * ZOOM_STEP),
                "Ctrl++",
                "zoom-in",
                self.tr("Show the music larger ({0} and the wheel do too)").format(
                    modifier_words(Qt.KeyboardModifier.ControlModifier)
                ),
            ),
            (
                "score_smaller",
                self.tr("Smaller sc&ore"),
                lambda: self._set_zoom(self._zoom / ZOOM_STEP),
                "Ctrl+-",
                "zoom-out",
                self.tr("Show the music smaller"),
            ),
            (
                "score_fit",
                self.tr("Fit the &width"),
                lambda: self._set_zoom(1.0),
                "Ctrl+0",
                "",
                self.tr("Show the music in its natural size, or as small as its lines need"),
            ),
        ):
            actions.add(
                f"view.{action_id}", words, do, menu="view", keys=keys, icon_name=icon_name,
                tooltip=tooltip, group="score",
            )  # fmt: skip
        self.lines = actions.add(
            "view.score_lines",
            self.tr("Lines as in the te&xt"),
            self._toggle_lines,
            menu="view",
            tooltip=self.tr("Break the score's lines where the text does, or fill the width"),
            checkable=True,
            group="score",
        )

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
