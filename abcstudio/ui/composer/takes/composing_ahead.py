"""What the first takes would wait for, made ready before anybody asks for them."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject

from abcstudio.errors import AbcStudioError
from abcstudio.recipes.compose import CharactersSampled, ComposeRequest, compose
from abcstudio.stopping import stopping_also
from abcstudio.ui.composer.takes.arriving.requests import request_for, who_composes
from abcstudio.ui.composer.takes.compose_form import ComposeForm
from abcstudio.ui.composer.takes.compose_session import ComposeSession
from abcstudio.ui.composer.takes.compose_wish import ComposeWish
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work


class ComposingAhead(QObject):
    """Composes a little in the background as the form says; nobody sees it."""

    def __init__(self, studio: Studio, form: ComposeForm, session: ComposeSession) -> None:
        super().__init__(form)
        self._studio = studio
        self._form = form
        self._session = session
        self._job = LatestJob(studio)
        session.started.connect(self._job.cancel)

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._job.is_running

    def start(self) -> None:
        """Begin; does nothing without a model, or while takes are composed."""
        if self._studio.model is None or self._session.is_composing:
            return
        form = self._form
        seed = form.seed.toPlainText()
        wish = ComposeWish(
            seed=seed,
            # The best of several would all be composed before the first is heard.
            sampling=replace(form.sampling(), best=1),
            takes=form.takes.value(),
            complete_header=form.completes_header,
            wishes=form.wishes.wishes(seed),
        )
        request = request_for(wish, *who_composes(self._studio.model, form.mix.mixing()))
        self._job.run(plain_work(_compose, request), lambda _nothing: None)


def _compose(request: ComposeRequest) -> None:
    """Compose up to the first characters after the prompts.

    Model, prompt, tables of the guard and all that is loaded with the first step are at hand then.
    What may be wrong is said where the takes are asked for.
    """
    told = 0

    def count(_sampled: CharactersSampled) -> None:
        nonlocal told
        told += 1

    def is_enough() -> bool:
        # The prompts come first, one by one.
        return told > request.takes

    with suppress(AbcStudioError), stopping_also(is_enough):
        compose(request, count)
