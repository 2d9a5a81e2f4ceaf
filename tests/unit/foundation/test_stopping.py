"""Work asks the context that it runs in whether to stop."""

import contextvars
import threading
from collections.abc import Callable, Iterator

import pytest

from abcstudio.errors import CancelledError
from abcstudio.stopping import (
    ITEMS_A_TURN,
    asked_to_stop,
    in_turns,
    never,
    should_stop_now,
    stop_if_asked,
    stoppable,
    stopping,
    stopping_also,
)


def at_once() -> bool:
    return True


def test_by_itself_work_is_never_asked_to_stop() -> None:
    stop_if_asked()
    assert not asked_to_stop()
    assert should_stop_now() is never


def test_what_is_asked_holds_for_the_block_alone() -> None:
    with stopping(at_once):
        assert asked_to_stop()
        assert should_stop_now() is at_once
        with pytest.raises(CancelledError):
            stop_if_asked()
    assert not asked_to_stop()


def test_an_inner_block_asks_only_what_it_was_given() -> None:
    with stopping(at_once):
        with stopping(never):
            stop_if_asked()
        assert asked_to_stop()


@pytest.mark.parametrize("outer", [never, at_once])
@pytest.mark.parametrize("inner", [never, at_once])
def test_a_block_that_stops_also_asks_both(
    outer: Callable[[], bool], inner: Callable[[], bool]
) -> None:
    with stopping(outer):
        with stopping_also(inner):
            assert asked_to_stop() is (at_once in (outer, inner))
        assert should_stop_now() is outer


@pytest.mark.parametrize("error", [ValueError, CancelledError, KeyboardInterrupt])
def test_after_an_exception_the_outer_block_asks_again(error: type[BaseException]) -> None:
    with pytest.raises(error), stopping(at_once), stopping_also(never):
        raise error
    assert should_stop_now() is never


def test_another_thread_asks_nothing_unless_it_has_the_context() -> None:
    answers: list[bool] = []

    def ask() -> None:
        answers.append(asked_to_stop())

    with stopping(at_once):
        context = contextvars.copy_context()
        for target in (ask, lambda: context.run(ask)):
            thread = threading.Thread(target=target)
            thread.start()
            thread.join()
    assert answers == [False, True]


def test_a_generator_asks_what_its_caller_asks_just_then() -> None:
    def numbers() -> Iterator[int]:
        for number in range(3):
            stop_if_asked()
            yield number

    some = numbers()
    assert next(some) == 0
    with stopping(at_once), pytest.raises(CancelledError):
        next(some)
    assert not asked_to_stop()


@pytest.mark.parametrize("how", [never, lambda: False])
def test_all_items_are_yielded_in_order(how: Callable[[], bool]) -> None:
    with stopping(how):
        assert list(stoppable(range(1234))) == list(range(1234))
        assert list(in_turns(range(1234))) == list(range(1234))
        assert list(stoppable(())) == []


def test_a_loop_ends_at_the_next_turn() -> None:
    answers = iter([False, False, True])
    seen: list[int] = []
    with pytest.raises(CancelledError), stopping(lambda: next(answers)):
        seen.extend(stoppable(range(10_000)))
    assert len(seen) == 2 * ITEMS_A_TURN


def test_a_loop_in_turns_asks_after_some_milliseconds() -> None:
    asked = threading.Event()

    def ask() -> bool:
        asked.set()
        return True

    with pytest.raises(CancelledError), stopping(ask):
        for _ in in_turns(iter(int, 1)):
            pass
    assert asked.is_set()
