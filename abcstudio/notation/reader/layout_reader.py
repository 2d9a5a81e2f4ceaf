"""The `%%score` and `%%staves` of one tune, checked against the voices there are."""

from collections.abc import Iterable

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.score import Directive, Voice
from abcstudio.notation.staff_layout import StaffLayout, StaffLayoutError, parse_staff_layout


class LayoutReader:
    """Takes the layouts of a tune and keeps the one that counts.

    Attributes:
        layout: The header's last one, else the body's first; None when there is none.
    """

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self.layout: StaffLayout | None = None

    def take(self, directive: Directive, *, in_header: bool) -> None:
        """Take a directive; report one that cannot be read."""
        if self.layout is not None and not in_header:
            return
        span, continues = directive.span, directive.name == "staves"
        try:
            self.layout = parse_staff_layout(directive.value, span, bar_lines_continue=continues)
        except StaffLayoutError:
            self._log.warn("bad-staff-layout", span.start, span.end, name=directive.name)

    def check(self, voices: Iterable[Voice]) -> None:
        """Report voices that the layout names and the tune lacks, and the other way round."""
        layout = self.layout
        if layout is None:
            return
        shown = set(layout.voices)
        span = layout.span
        there = [voice for voice in voices if voice.overlay_of is None]
        for name in layout.voices:
            if all(voice.voice_id != name for voice in there):
                self._log.warn("layout-voice-unknown", span.start, span.end, name=name[:40])
        for voice in there:
            if voice.voice_id not in shown and voice.elements:
                name = voice.voice_id or "1"
                self._log.hint("voice-not-shown", span.start, span.end, name=name[:40])
