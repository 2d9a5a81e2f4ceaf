"""The control questions: what was chosen, and the answer in one's own words."""

from abcstudio.reports.chapters.exercises import write_exercises
from abcstudio.reports.chapters.pen import Pen
from abcstudio.reports.content import Heading, Paragraph, StyledText
from abcstudio.reports.material import Material

SCORE_WIDTH_MM = 165.0


def write_tunes(pen: Pen, material: Material) -> None:
    """Write samples of the training, then the tunes with their scores."""
    write_exercises(pen, material, "tunes")
    run = material.main
    if run is None:
        pen.note("no_runs")
        return
    if not run.samples:
        pen.note("no_samples")
    ends = run.samples if len(run.samples) < 2 else (run.samples[0], run.samples[-1])
    for number, (step, text) in enumerate(ends):
        name = "sample_last" if number else "sample_first"
        pen.say(name, step=pen.numbers.whole(step))
        pen.code(text)
    for take in material.takes:
        if take.step is None:
            pen.say("take", name=take.name, run=take.run)
            pen.code(take.text)
        for score in take.scores:
            caption = pen.words.word("score", name=take.name, run=take.run)
            pen.picture(caption, score, SCORE_WIDTH_MM)
        if not take.scores:
            pen.note("no_score", name=take.name)


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
