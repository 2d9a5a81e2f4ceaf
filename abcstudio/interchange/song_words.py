"""The words of a song as plain text, for singers who know the tune."""

from abcstudio.notation.score import Score, Syllable, TimedElement, Voice


def song_words(score: Score) -> str:
    """Return the title and the verses of a song, "" where it has no words.

    The words under the notes (ABC 2.1, section 5.1) come first, verse by verse, in the lines in
    which they are typed. Voices that sing the same words count once. The `W:` lines follow.
    """
    verses = [verse for voice in score.voices for verse in _verses(voice, score.text)]
    below = "\n".join(score.words).strip("\n")
    blocks = [*dict.fromkeys(verses), below]
    words = "\n\n".join(block for block in blocks if block)
    return f"{score.title}\n\n{words}\n".lstrip("\n") if words else ""


def _verses(voice: Voice, text: str) -> list[str]:
    """Return the verses under the notes of a voice."""
    # By verse, and by where its line of words begins in the tune's text.
    lines: dict[int, dict[int, list[Syllable]]] = {}
    for element in voice.elements:
        for syllable in element.syllables if isinstance(element, TimedElement) else ():
            begin = text.rfind("\n", 0, syllable.span.start)
            lines.setdefault(syllable.verse, {}).setdefault(begin, []).append(syllable)
    return [
        "\n".join(_line(lines[verse][begin]) for begin in sorted(lines[verse]))
        for verse in sorted(lines)
    ]


def _line(syllables: list[Syllable]) -> str:
    joined = "".join(each.text + ("" if each.hyphen else " ") for each in syllables if each.text)
    return joined.strip()
