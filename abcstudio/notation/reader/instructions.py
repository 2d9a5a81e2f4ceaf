"""Stylesheet directives `%%name value` and `I:name value` of one tune (ABC 2.1, 4.1 and 11)."""

import re
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_FIELD_LENGTH
from abcstudio.notation.score import Directive
from abcstudio.notation.spans import Span
from abcstudio.notation.values.midi_words import unknown_midi_word

REFUSED = frozenset(
    {
        "abc-include", "format", "EPS", "eps", "ps", "postscript", "beginps", "beginsvg",
        "beginjs", "beginpython", "svg", "js",
    }
)  # fmt: skip
"""Directives that would open a file or run a program."""

_DIRECTIVE = re.compile(r"%%[ \t]*([^\s:]*)[ \t:]*(.*)", re.DOTALL)
_BEGIN = re.compile(r"begin(\w+)")
_LINE_BREAKS = re.compile(r"<EOL>|<none>|\$|!", re.IGNORECASE)
_VERSION = re.compile(r"2\.[1-9]")


class Instructions:
    """Keeps the directives of a tune and what they switch, and refuses the dangerous ones.

    Attributes:
        kept: The directives in order; a block `%%begintext ... %%endtext` is one of them.
        breaks_at: Where lines of the score break: at ends of lines ("<EOL>") and at which signs.
        postponed_lyrics: The tune says that it follows ABC 2.1, where lyrics may stand later.
    """

    NOT_CARRIED: ClassVar = frozenset(
        ("_log", "kept", "_block_value", "_block_lines", "_block_start", "_block_end")
    )

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self.kept: list[Directive] = []
        self.breaks_at = frozenset(("<EOL>", "$", "!"))
        self.postponed_lyrics = False
        self._block = ""
        self._block_value = ""
        self._block_lines: list[str] = []
        self._block_start = self._block_end = 0

    def read_line(
        self, text: str, start: int, end: int, at: Span | None = None
    ) -> Directive | None:
        """Read a line that begins with `%%` or stands in a block; None unless it is kept.

        The directive's span is `at` instead of the line's place when the line is not the tune's.
        """
        line = text[start:end]
        if at is not None:
            start, end = at.start, at.end
        match = _DIRECTIVE.match(line)
        if self._block:
            if match and match[1] == f"end{self._block}":
                return self._close_block(end)
            self._block_end = end
            self._block_lines.append(line[2:] if line.startswith("%%") else line)
            return None
        if match is None:
            return None
        begin = _BEGIN.fullmatch(match[1])
        if begin is None:
            return self.take(match[1], match[2].strip(), Span(start, end))
        self._block, self._block_value = begin[1], match[2].strip()
        self._block_lines = []
        self._block_start, self._block_end = start, end
        return None

    def read_field(self, value: str, span: Span) -> Directive | None:
        """Read an `I:` field; None unless it is kept."""
        if value.startswith("MIDI"):
            # Some tunes have an equals sign there.
            value = value.replace("=", " ", 1) if value[4:].lstrip().startswith("=") else value
        name, _, rest = value.partition(" ")
        return self.take(name, rest.strip(), span)

    def take(self, name: str, value: str, span: Span) -> Directive | None:
        """Keep a directive and do what it says for the reader; None for one that is refused."""
        if name in REFUSED:
            self._log.warn("directive-refused", span.start, span.end, name=name[:40])
            return None
        if len(value) > MAX_FIELD_LENGTH and not name.startswith("begin"):
            self._log.error("limit-field", span.start, span.end, limit=MAX_FIELD_LENGTH)
            value = value[:MAX_FIELD_LENGTH]
        directive = Directive(name, value, span)
        self.kept.append(directive)
        if name == "linebreak":
            self._set_line_breaks(directive)
        elif name == "abc-version":
            self.postponed_lyrics = bool(_VERSION.match(value))
        elif name == "MIDI":
            if (word := unknown_midi_word(value.split())) is not None:
                self._log.hint("midi-word-unknown", span.start, span.end, word=word[:40])
        elif name == "decoration" and value not in ("+", "!"):
            self._log.warn("bad-instruction", span.start, span.end, name=name, value=value[:40])
        return directive

    def finish(self) -> None:
        """Report a block that is never closed; what it holds is kept."""
        if self._block:
            start = self._block_start
            name = f"begin{self._block}"
            self._log.warn("block-not-closed", start, start + 2 + len(name), name=self._block)
            self._close_block(self._block_end)

    def _close_block(self, end: int) -> Directive | None:
        name = f"begin{self._block}"
        value = "\n".join(self._block_lines) or self._block_value
        self._block = ""
        return self.take(name, value, Span(self._block_start, end))

    def _set_line_breaks(self, directive: Directive) -> None:
        found = {"<none>" if sign.lower() == "<none>" else sign.upper()
                 for sign in _LINE_BREAKS.findall(directive.value)}  # fmt: skip
        span = directive.span
        if not found or _LINE_BREAKS.sub("", directive.value).strip():
            self._log.warn(
                "bad-instruction", span.start, span.end,
                name=directive.name, value=directive.value[:40],
            )  # fmt: skip
        else:
            self.breaks_at = frozenset(found - {"<none>"})
