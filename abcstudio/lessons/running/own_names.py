"""What a student's answers have made, in the process of lessons; errors name the lesson."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any

from abcstudio.errors import AbcStudioError
from abcstudio.lessons.own_code import LESSONS, without_trials
from abcstudio.lessons.running.answer_run import run_parts
from abcstudio.lessons.running.failures import MissingNameError, TooMuchOutputError, failure_of

if TYPE_CHECKING:
    from abcstudio.learning.training.own_code import OwnNetwork

Send = Callable[..., None]

Names = dict[str, dict[str, Any]]
"""What each answer has made, by the function that it is for."""


class BrokenAnswerError(Exception):
    """The answer to a lesson has stopped a training.

    Attributes:
        lesson: Which.
        cause: What it raised.
    """

    def __init__(self, lesson: str, cause: BaseException) -> None:
        super().__init__(lesson)
        self.lesson, self.cause = lesson, cause


class WrongAnswerError(Exception):
    """An answer runs, and what it gives is nothing that a network can be trained with.

    Its words name what is wrong: "numbers", "pair", "loss", "text" or "network".
    """


def answered(work: Callable[[], None], send: Send) -> bool:
    """Do work with answers; where one of them breaks it, or it fails itself, that is sent.

    Returns:
        Whether it has come to its end.
    """
    try:
        work()
    except BrokenAnswerError as error:
        send(said="broke", lesson=error.lesson, failure=failure_of(error.cause))
    except AbcStudioError as error:
        words = {name: str(value) for name, value in error.parameters.items()}
        send(said="failed", message_id=error.message_id, parameters=words)
    else:
        return True
    return False


def names_of(request: Mapping[str, Any]) -> Names:
    """Run each answer without its trials; return what it has made, by the function it is for."""
    from abcstudio.learning.training.own_code import names_in_cells

    found = {}
    for name, lesson in LESSONS.items():
        made: dict[str, Any] = {**names_in_cells(), "songs": list(request["songs"])}
        with blamed(name):
            answer = str(request["answers"][lesson])
            run_parts(without_trials(answer), made)
            if name not in made:
                raise MissingNameError(name)
        found[name] = made
    return found


def tagged(
    names: Mapping[str, Mapping[str, Any]], name: str, taken: Callable[[Any], Any] | None = None
) -> Callable[..., Any]:
    """Return a function of an answer whose errors say which lesson they are of.

    Args:
        names: What the answers have made.
        name: The function.
        taken: Makes of what it returns what is needed.
    """
    function = names[name][name]

    @wraps(function)
    def called(*values: Any, **options: Any) -> Any:
        with blamed(name):
            found = function(*values, **options)
            return found if taken is None else taken(found)

    return called


def network_of(names: Names, sizes: tuple[int, int, int]) -> tuple[Any, "OwnNetwork"]:
    """Make the student's network; return it, and the same as the program calls and saves it.

    Args:
        names: What the answers have made.
        sizes: Of the vocabulary, of the embedding, of the hidden state.
    """
    from abcstudio.learning.training.own_code import OwnNetwork, UnlikeNetworkError

    with blamed("LSTMModel"):
        own = names["LSTMModel"]["LSTMModel"](*sizes)
        try:
            network = OwnNetwork(own, *sizes)
        except UnlikeNetworkError as error:
            raise WrongAnswerError("network") from error
        own.forward = tagged({"LSTMModel": {"LSTMModel": own.forward}}, "LSTMModel")
    return own, network


def writer_of(names: Names) -> Callable[..., str]:
    """Return the student's `generate_text`, which finds the characters of `vectorize_string`."""
    for name in ("idx2char", "char2idx"):
        names["generate_text"][name] = names["vectorize_string"][name]
    return tagged(names, "generate_text", _text)


def _text(found: Any) -> str:
    if not isinstance(found, str):
        raise WrongAnswerError("text")
    return found


@contextmanager
def blamed(name: str) -> Iterator[None]:
    """Say of what goes wrong in it which lesson it is of, unless that is said already."""
    try:
        yield
    except BrokenAnswerError:
        raise
    except AbcStudioError:
        raise
    except (Exception, SystemExit, TooMuchOutputError) as error:
        raise BrokenAnswerError(LESSONS[name], error) from error
