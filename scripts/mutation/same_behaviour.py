"""Mutations after which the program does the same, each with the reason."""

from mutation.sites import Site

# By file, the code of the line, and what is written in place of what.
_REASONS = {
    (
        "abcstudio/notation/measures/measure_checks.py",
        "if unit & (unit - 1):",
        "1 => 2",
    ): "Of two and more, only a power of two has no bit in common with either number below it.",
    (
        "abcstudio/notation/text_strings.py",
        'if "\\\\" not in text and "&" not in text and (tilde == "~" or "~" not in text):',
        "or => and",
    ): "A short cut: the long way finds nothing to replace and returns the text.",
    (
        "abcstudio/playback/sound/tones.py",
        "points[[3, 4]] if falling else [0, 1],",
        "0 => 1",
    ): "Where nothing falls, both places have the same level.",
    (
        "abcstudio/composing/guard/attempt_referee.py",
        "self._rooms.pop(stream, None)",
        "self._rooms.pop(stream, None) => pass",
    ): "What is dropped is known by its text and would be right again; it only takes memory.",
    (
        "abcstudio/runs/loss_file.py",
        "losses.byteswap()",
        "losses.byteswap() => pass",
    ): "Only a processor whose numbers begin with the high byte runs it.",
    (
        "abcstudio/interchange/musicxml_reading/mark_placing.py",
        "over = next((each for each in moments if each.onset < onset < each.end), None)",
        "< => <=",
    ): "A moment that begins at the onset itself was returned before.",
}


def reason_of(site: Site) -> str:
    """Return why a mutation changes nothing, "" if it should be noticed."""
    return _REASONS.get((site.path, site.code.strip(), f"{site.old} => {site.new}"), "")
