"""Waits that a busy machine cannot make too short: one that succeeds takes no longer for it."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from typing_extensions import override

PATIENCE_MS = 180_000
"""At least so long is waited for what comes, whatever a test asks for.

Where forty programs shared two processors, a process took two minutes and more to load torch.
"""


class PatientBot(QtBot):
    """pytest-qt's own, with more patience than its five seconds.

    A wait that does not raise is one for what may not come: it takes as long as it says.
    """

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    @override
    def waitSignal(
        self,
        signal: Any,
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> Any:
        return super().waitSignal(
            signal,
            timeout=timeout if raising is False else max(timeout, PATIENCE_MS),
            raising=raising,
            check_params_cb=check_params_cb,
        )

    @override
    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE_MS, **others: Any) -> Any:
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE_MS), **others)
