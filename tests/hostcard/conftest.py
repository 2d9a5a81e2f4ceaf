"""Fixtures of the host card tests; its counters are reset for each test."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

# Without the plugin torch may be there already, and no card can be put into it any more.
if "tests.hostcard.host_card" not in sys.modules:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def card() -> Iterator[Any]:
    """The card: `counts()` says what was launched, read and copied; `limit()` its memory."""
    from tests.hostcard.host_card import CARD

    CARD.reset()
    yield CARD
    CARD.limit(-1)
