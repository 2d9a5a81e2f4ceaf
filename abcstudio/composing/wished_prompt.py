"""Wishes in a prompt: its header says what is wished, and where it cannot, a sentence says why."""

from dataclasses import replace
from typing import TYPE_CHECKING

from abcstudio.composing.clock.wishes import Wishes
from abcstudio.composing.prompt_header import header_value, with_header
from abcstudio.composing.tune_wishes import NO_WISHES, TuneWishes
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.errors import PromptError
from abcstudio.messages import Phrase
from abcstudio.notation.reader.parser import parse

if TYPE_CHECKING:
    from abcstudio.learning.vocabulary import Vocabulary

# What a measure of notes takes, with its bar line; a form is refused where even this is too much.
_CHARACTERS_A_MEASURE = 10
_ANY_SIGNS = "".join(map(chr, (10, *range(32, 127))))
_PLENTY = 1 << 20


def wished_prompt(prompt: str, wishes: TuneWishes, vocabulary: "Vocabulary") -> str:
    """Return the prompt with the header lines that are wished and not there yet.

    Raises:
        PromptError: It says otherwise, or the model cannot spell what is wished.
    """
    for letter, wished in wishes.for_clock().fields.items():
        line, given = f"{letter}:{wished}", header_value(prompt, letter)
        if given and given != wished:
            raise PromptError("wish.contradicts", line=f"{letter}:{given}", wished=line)
        if unknown := vocabulary.unknown_in(f"{line}\n"):
            raise PromptError("wish.unknown_characters", line=line, characters=" ".join(unknown))
        if not given:
            prompt = with_header(prompt, letter, wished)
    return prompt


def refuse_too_long(wishes: TuneWishes, max_chars: int) -> None:
    """Raise where a wished form or rhythm is longer than a take may be.

    Raises:
        PromptError: It is.
    """
    if (needed := wishes.pattern_length) > max_chars:
        raise PromptError("wish.rhythm_too_long", needed=needed, limit=max_chars)
    needed = _CHARACTERS_A_MEASURE * wishes.total_measures
    if needed > max_chars:
        raise PromptError(
            "wish.too_long", measures=wishes.total_measures, needed=needed, limit=max_chars
        )


def refuse_known(prompt: str, known: KnownRuns) -> None:
    """Raise where a prompt says what a known tune says.

    Raises:
        PromptError: It does.
    """
    if known.quoted(parse(prompt)):
        raise PromptError("wish.seed_is_known")


def why_unguarded(prompt: str, characters: str, text: str, max_chars: int) -> Phrase:
    """Return why full measures are left out, though nothing else is wished.

    Args:
        prompt: What is refused.
        characters: The signs of the model.
        text: Where the prompt is refused.
        max_chars: How many characters a take may have.
    """
    from abcstudio.composing.guard.take_guard import TakeGuard

    def fits(signs: str) -> bool:
        guard = TakeGuard(signs, prompt=prompt)
        return guard.refusal(prompt, _PLENTY) is None

    if fits(characters):
        return Phrase("guard.left_out_length", {"limit": max_chars})
    every = "".join(dict.fromkeys(characters + _ANY_SIGNS))
    if fits(every):
        return Phrase("guard.left_out_model")
    return Phrase("guard.left_out_seed", {"text": text})


def refused(
    prompt: str,
    wishes: TuneWishes,
    characters: str,
    text: str,
) -> PromptError:
    """Return why no take goes on from a prompt.

    Args:
        prompt: What is refused.
        wishes: What was wished.
        characters: The signs of the model.
        text: Where the prompt is refused.
    """
    from abcstudio.composing.guard.take_guard import TakeGuard

    def place(signs: str, rules: Wishes) -> str | None:
        return TakeGuard(signs, rules, prompt=prompt).refusal(prompt, _PLENTY)

    if place(characters, Wishes()) is not None:
        return PromptError("prompt.outside_guard", text=text)
    for name, wish in wishes.each().items():
        rules = wish.for_clock()
        refused_at = place(characters, rules)
        if refused_at is not None:
            is_spelt = place(_ANY_SIGNS, rules) is not None
            message_id = "wish.outside_prompt" if is_spelt else "wish.outside_model"
            return PromptError(message_id, wish=Phrase(f"wish.{name}"), text=refused_at)
    if place(characters, wishes.for_clock()) is not None:
        for name in wishes.each():
            fewer = replace(wishes, **{name: getattr(NO_WISHES, name)})
            if place(characters, fewer.for_clock()) is None:
                one = Phrase(f"wish.{name}")
                return PromptError("wish.not_with_others", text=text, wish=one)
        return PromptError("wish.not_together", text=text)
    return PromptError("prompt.outside_guard", text=text)
