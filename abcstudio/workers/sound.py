"""Sound in the background: how long a tune lasts, and the tune itself as frames."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.workers.job import Report, ShouldStop, Work

if TYPE_CHECKING:
    from abcstudio.playback.performance import Performance
    from abcstudio.recipes.sound import RenderedSound, Renderer, SoundRequest


@dataclass(frozen=True, slots=True)
class Outline:
    """What the transport shows of a tune before it is played.

    Attributes:
        seconds: How long it lasts at the written tempo.
        tempo: Quarter notes a minute at its start.
    """

    seconds: float
    tempo: float
    has_notes: bool

    @classmethod
    def of(cls, performance: "Performance") -> "Outline":
        """Return the outline of a performance."""
        return cls(
            seconds=performance.seconds_at(performance.duration_beats),
            tempo=float(performance.quarters_per_minute),
            has_notes=bool(performance.notes),
        )


def outline_work(text: str, switches: Mapping[str, bool], file_header: str = "") -> Work:
    """Return the work of finding a tune's `Outline`, played with some switches set otherwise."""

    def work(_report: Report, _should_stop: ShouldStop) -> Outline:
        from abcstudio.notation.parser import parse
        from abcstudio.playback.interpretation import interpretation_of
        from abcstudio.playback.performer import perform

        return Outline.of(perform(parse(text, file_header), interpretation_of(switches)))

    return work


def render_work(
    renderer: "Renderer", open_output: Callable[[], None], request: "SoundRequest"
) -> Work:
    """Return the work of rendering a tune and opening the sound device; gives a `RenderedSound`."""

    def work(_report: Report, should_stop: ShouldStop) -> "RenderedSound":
        sound = renderer.render(request, should_stop)
        open_output()
        return sound

    return work
