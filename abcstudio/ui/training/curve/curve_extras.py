"""What a plot of losses shows beside them: takes, music, rates, named places, read values."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal

from abcstudio.recipes.milestones.heard_steps import HeardStep
from abcstudio.recipes.verdict import has_clearly_risen
from abcstudio.runs.curve_figures import CurveFigures
from abcstudio.ui.controls.choice_box import ChoiceBox
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import Colors, small_font

if TYPE_CHECKING:
    from abcstudio.ui.training.curve.curve_marks import CurveMarks, NamedPlace
    from abcstudio.ui.training.curve.loss_lines import LossLines
    from abcstudio.ui.training.curve.loss_trace import LossTrace
    from abcstudio.ui.training.curve.side_axis import Points, SideAxis

MUSIC = "music"
_NOTHING = ""
_WHOLE = (0.0, 100.0)


class CurveExtras(QObject):
    """Draws into the plot once there is one, and reads values where the mouse points.

    Attributes:
        beside: What the axis at the right measures.
        reading: The values at the mouse.

    Signals:
        step_chosen: The person went to the take of a step on the curve. Carries the step.
        beside_changed: Another curve is to stand beside the losses.
    """

    step_chosen = Signal(int)
    beside_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: LossLines | None = None
        self._marks: CurveMarks | None = None
        self._side: SideAxis | None = None
        self._trace: LossTrace | None = None
        self._figures = CurveFigures()
        self._heard: tuple[HeardStep, ...] = ()
        self._cursor: int | None = None
        self._characters = 0
        self.beside = ChoiceBox()
        for words, name in (
            (self.tr("Losses alone"), _NOTHING),
            (self.tr("Beside: music"), MUSIC),
            (self.tr("Beside: learning rate"), "learning_rate"),
            (self.tr("Beside: gradient norm"), "gradient_norm"),
            (self.tr("Beside: speed"), "speed"),
        ):
            self.beside.addItem(words, name)
        self.beside.setCurrentIndex(1)
        self.beside.setAccessibleName(self.tr("Curve beside the losses"))
        self.beside.setToolTip(
            self.tr(
                "What the axis at the right measures. Music: the full line is the share of right "
                "measures in the takes, the dotted one how new they are"
            )
        )
        self.beside.currentIndexChanged.connect(self.beside_changed)
        self.reading = Label()
        self.reading.setFont(small_font())
        self.reading.setProperty("muted", True)
        self.reading.setMinimumWidth(0)
        self._read_nothing()

    @property
    def heard(self) -> tuple[HeardStep, ...]:
        """The milestones of the run in front."""
        return self._heard

    @property
    def marks(self) -> "CurveMarks | None":
        """The marks in the plot; None before the first point."""
        return self._marks

    @property
    def side(self) -> "SideAxis | None":
        """The axis at the right; None before the first point."""
        return self._side

    def attach(self, lines: "LossLines", colors: Colors) -> None:
        """Draw into a plot from now on."""
        from abcstudio.ui.training.curve.curve_marks import CurveMarks
        from abcstudio.ui.training.curve.side_axis import SideAxis

        self._lines = lines
        self._marks = CurveMarks(lines.plot)
        self._marks.setParent(self)
        self._marks.place_chosen.connect(self._on_place_chosen)
        self._side = SideAxis(lines.plot)
        lines.plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.paint(colors)

    def paint(self, colors: Colors) -> None:
        """Take the colours of a scheme."""
        if self._marks is not None and self._side is not None:
            self._marks.paint(colors)
            self._side.paint(colors)

    def set_heard(self, steps: Sequence[HeardStep]) -> None:
        """Take the milestones of the run in front."""
        self._heard = tuple(steps)

    def show_whole(self, is_whole: bool) -> None:
        """Let the losses reach up to that of guessing: not where a part of the curve is seen."""
        if self._marks is not None:
            self._marks.chance.set_in_span(is_whole)

    def set_cursor(self, step: int | None) -> None:
        """Take the step whose takes are heard."""
        self._cursor = step

    def legend(self) -> list[tuple[str, str]]:
        """Return signs and words of what stands beside the losses."""
        if self.beside.currentData() != MUSIC or not any(one.takes for one in self._heard):
            return []
        return [("▲", self.tr("Right measures")), ("■", self.tr("Newness"))]

    def draw(self, trace: "LossTrace", figures: CurveFigures, characters: int) -> None:
        """Draw all of it anew for the run in front."""
        self._trace, self._figures, self._characters = trace, figures, characters
        lines, marks, side = self._lines, self._marks, self._side
        if lines is None or marks is None or side is None:
            return
        points = []
        for one in self._heard:
            losses = trace.loss_at(one.step)
            if losses is not None:
                points.append((lines.x_of(one.step), lines.y_of(losses[1])))
        is_marked = self._cursor is not None and len(points) > 0
        marks.set_takes(points, lines.x_of(self._cursor or 1) if is_marked else None)
        marks.set_places(*self._places(lines))
        side.set_log_steps(lines.is_log_steps)
        words, found, span = self._beside()
        side.show(words, found, span)

    @property
    def chance(self) -> float | None:
        """The loss of guessing, ln V; None where the number of characters is not known."""
        return math.log(self._characters) if self._characters > 1 else None

    @property
    def rise(self) -> float | None:
        """The step since which the loss on held-out tunes has clearly risen, None for none."""
        best = self._trace.best_val() if self._trace is not None else None
        last = self._trace.last_val() if self._trace is not None else None
        return best[0] if best is not None and has_clearly_risen(best[1], last) else None

    def place_words(self) -> tuple[str, str]:
        """Return what the loss of guessing and the beginning of over-fitting are called."""
        locale = QLocale()
        chance = self.tr("guessing: ln {0} = {1}").format(
            locale.toString(self._characters), locale.toString(self.chance or 0.0, "f", 2)
        )
        rise = self.tr("over-fitting from step {0}").format(locale.toString(int(self.rise or 0)))
        return chance, rise

    def _places(self, lines: "LossLines") -> "tuple[NamedPlace | None, NamedPlace | None]":
        from abcstudio.ui.training.curve.curve_marks import NamedPlace

        chance, rise = self.chance, self.rise
        words = self.place_words()
        return (
            None if chance is None else NamedPlace(lines.y_of(chance), words[0]),
            None if rise is None else NamedPlace(lines.x_of(rise), words[1]),
        )

    def _beside(self) -> tuple[str, Mapping[str, "Points"], tuple[float, float] | None]:
        """Return what the axis at the right says, its lines and its span."""
        name = str(self.beside.currentData())
        if name == MUSIC:
            right = [(one.step, one.right_share) for one in self._heard]
            newness = [(one.step, one.newness) for one in self._heard]
            if not any(one.takes for one in self._heard):
                return "", {}, None
            words = self.tr("Music, %")
            return words, {"right": _percent(right), "newness": _percent(newness)}, _WHOLE
        if name == _NOTHING or not self._figures.steps:
            return "", {}, None
        words = {
            "learning_rate": self.tr("Learning rate"),
            "gradient_norm": self.tr("Gradient norm"),
            "speed": self.tr("Characters a second"),
        }[name]
        return words, {name: (self._figures.steps, self._figures.values[name])}, None

    def _on_place_chosen(self, place: int) -> None:
        marked = [one for one in self._heard if self._trace and self._trace.loss_at(one.step)]
        if place < len(marked):
            self.step_chosen.emit(marked[place].step)

    def _on_mouse_moved(self, position: Any) -> None:
        lines, trace = self._lines, self._trace
        if lines is None or trace is None:
            return
        if not lines.box.sceneBoundingRect().contains(position):
            self._read_nothing()
            return
        step = round(lines.step_at(lines.box.mapSceneToView(position).x()))
        self.reading.setText(self._values_at(step, trace))

    def _read_nothing(self) -> None:
        self.reading.setText(self.tr("Point at the curve to read its values."))

    def _values_at(self, step: int, trace: "LossTrace") -> str:
        """Return in words what stands at a step."""
        locale = QLocale()
        parts = [self.tr("Step {0}").format(locale.toString(step))]
        if (losses := trace.loss_at(step)) is not None:
            raw, mean = (locale.toString(loss, "f", 3) for loss in losses)
            parts.append(self.tr("training {0}, mean {1}").format(raw, mean))
        if (val := trace.val_before(step)) is not None:
            at, loss = locale.toString(int(val[0])), locale.toString(val[1], "f", 3)
            parts.append(self.tr("validation {0} (step {1})").format(loss, at))
        parts += self._beside_at(step)
        return "   ·   ".join(parts)

    def _beside_at(self, step: int) -> list[str]:
        locale, name = QLocale(), str(self.beside.currentData())
        if name == MUSIC:
            heard = [one for one in self._heard if one.step <= step and one.takes]
            if not heard or heard[-1].right_share is None:
                return []
            share = locale.toString(100 * heard[-1].right_share, "f", 0)
            return [self.tr("{0} % of measures right").format(share)]
        steps = self._figures.steps
        if name == _NOTHING or not steps:
            return []
        place = max(0, bisect_right(steps, step) - 1)
        value = locale.toString(self._figures.values[name][place], "g", 4)
        words = {
            "learning_rate": self.tr("learning rate {0}"),
            "gradient_norm": self.tr("gradient norm {0}"),
            "speed": self.tr("{0} characters/s"),
        }
        return [words[name].format(value)]


def _percent(points: Sequence[tuple[int, float | None]]) -> "Points":
    known = [(step, 100 * share) for step, share in points if share is not None]
    return [float(step) for step, _ in known], [share for _, share in known]
