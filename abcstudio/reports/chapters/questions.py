"""The control questions: what was chosen, and the answer in one's own words."""

from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.content import Heading, Paragraph, StyledText
from abcstudio.reports.material import Material


def write_questions(pen: Pen, material: Material) -> None:
    """Write the questions that were answered; nothing where none was."""
    if not material.questions:
        return
    pen.heading("questions", 2)
    for found in material.questions:
        pen.add(Heading(_plain(found.question), 3))
        if found.choice:
            pen.say(
                "chosen_right" if found.is_right else "chosen_wrong", choice=_plain(found.choice)
            )
        if not found.words:
            pen.note("no_own_words")
        for line in found.words.splitlines():
            if line.strip():
                pen.add(Paragraph((StyledText(line.strip()),)))


def _plain(words: str) -> str:
    """Return words without the marks that Markdown puts around code."""
    return words.replace("`", "")
