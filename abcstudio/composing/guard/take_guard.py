"""The guard of a whole piece of work: one clock for all batches of takes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.clock.header import swings
from abcstudio.composing.clock.signs import SWING_METERS
from abcstudio.composing.clock.wishes import Language, Wishes
from abcstudio.composing.guard.attempt_referee import AttemptReferee
from abcstudio.composing.guard.attempts import ATTEMPTS
from abcstudio.composing.guard.blame import Blame
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.known_ways import KnownWays, Quotations
from abcstudio.composing.guard.measure_referee import MeasureReferee
from abcstudio.composing.guard.room_masks import RoomMasks
from abcstudio.composing.guard.shared_tables import shared_table, shared_ways
from abcstudio.composing.prompt_header import header_value
from abcstudio.corpus.known_runs import KnownRuns
from abcstudio.learning.sampling.referee import Referee
from abcstudio.learning.sampling.sampling_config import SamplingConfig

RESTARTS = 6
"""Maximum restarts of a take's last attempt when backing up to bar lines does not help."""


class RefereedSampler(Protocol):
    """What samples under a referee, as `Sampler` does."""

    def sample_refereed(
        self,
        referee: Referee,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        read: Callable[[int], object] = ...,
    ) -> Iterator[None]:
        """Yield once all streams have read one more character."""


def refereed_takes(
    sampler: RefereedSampler,
    referee: MeasureReferee,
    prompts: Sequence[str],
    config: SamplingConfig,
    read: Callable[[int], object],
    report: Callable[[int, GuardReport], object],
) -> Iterator[SampledPiece]:
    """Yield the next characters of takes, once they stand; those of a take that began anew do not.

    They are taken back once others stand in their place.

    Args:
        sampler: Samples the characters.
        referee: New, for so many takes.
        prompts: What each take begins with; not refused by the guard's clock.
        config: How characters are sampled.
        read: Told from time to time how many characters of the longest prompt have been read.
        report: Given what the referee did to each take that is done.
    """
    streams = referee.streams(len(prompts))
    beginnings, seeds = [prompts[take] for take, _ in streams], [seed for _, seed in streams]
    shown = [""] * len(prompts)
    for _ in sampler.sample_refereed(referee, beginnings, config, seeds, read):
        for take in referee.news():
            if is_done := referee.is_done(take):
                report(take, referee.report(take))
            *earlier, last = referee.standing(take)
            for text in (*earlier, last):
                before = shown[take]
                must_show = is_done and text is last
                if before == text or (before.startswith(text) and not must_show):
                    continue
                yield SampledPiece.between(take, before, text)
                shown[take] = text


class TakeGuard:
    """Samples takes within the clock.

    Attributes:
        characters: Those of the vocabulary.
        reports: What the guard did to each take that is done, by its index in the whole work.
    """

    def __init__(
        self,
        characters: str,
        wishes: Wishes | None = None,
        known: KnownRuns | None = None,
        prompt: str = "",
        *,
        attempts: int = ATTEMPTS,
    ) -> None:
        """Make the guard.

        Args:
            characters: Those of the vocabulary.
            wishes: What is wished of the tunes.
            known: What takes must not say again; None for nothing.
            prompt: With what all takes begin.
            attempts: Attempts per take that are dropped at their first fault, at least one.
        """
        self.characters = characters
        rules = wishes or Wishes()
        # A rhythm that is given may be one that other programs read in another way.
        language = Language(
            wishes=rules,
            careful=not rules.pattern,
            swings_anyhow=_asks_for_odd_swing(rules, prompt),
        )
        self._table = shared_table(characters, language)
        self._blame = Blame(language, characters)
        self._ways_on = shared_ways(characters, language)
        self._room = self._new_room()
        self._known = known
        self._attempts = attempts
        self.reports: dict[int, GuardReport] = {}

    def _new_room(self) -> RoomMasks:
        return RoomMasks(self._ways_on.clock, self._ways_on)

    def refusal(self, prompt: str, max_chars: int) -> str | None:
        """Return where no whole tune goes on from a prompt; None where one does."""
        return self._room.refusal(prompt, max_chars, self._table)

    def takes(
        self,
        sampler: RefereedSampler,
        prompts: Sequence[str],
        config: SamplingConfig,
        first: int,
        read: Callable[[int], object],
    ) -> Iterator[SampledPiece]:
        """Yield what comes of takes, each by its index in the batch.

        Args:
            sampler: Samples the characters.
            prompts: What each take of the batch begins with, none refused by `refusal`.
            config: Its seed is that of the batch's first take.
            first: The index of that take in the whole work.
            read: Told from time to time how many characters of the longest prompt have been read.
        """
        seeds = [config.rng_seed + take for take in range(len(prompts))]

        def report(take: int, found: GuardReport) -> None:
            self.reports[first + take] = found

        referee = self._referee(seeds, config)
        return refereed_takes(sampler, referee, prompts, config=config, read=read, report=report)

    def _referee(self, rng_seeds: Sequence[int], config: SamplingConfig) -> MeasureReferee:
        quotations = None
        if self._known is not None:
            quotations = Quotations(KnownWays(self._room, self._known))
        return AttemptReferee(
            self._table,
            self._new_room,
            rng_seeds,
            blame=self._blame,
            ends_with_tune=config.stop_at_tune_end,
            restarts=RESTARTS,
            quotations=quotations,
            attempts=self._attempts,
            are_shared=config.share_attempts,
        )


def _asks_for_odd_swing(rules: Wishes, prompt: str) -> bool:
    """Return whether a rhythm with swing and a meter are given together that do not fit."""
    rhythm = rules.rhythm or header_value(prompt, "R")
    meter = rules.meter or header_value(prompt, "M")
    return swings(rhythm) and bool(meter) and meter not in SWING_METERS
