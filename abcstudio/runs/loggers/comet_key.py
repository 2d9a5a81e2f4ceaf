"""The person's key for Comet: from the environment or the system's keyring, and nowhere else."""

import logging
import os
from enum import StrEnum

from abcstudio.errors import LoggingError

log = logging.getLogger(__name__)

VARIABLE = "COMET_API_KEY"
_SERVICE, _NAME = "abcstudio", "comet"
"""Under which names the keyring keeps it."""


class KeyPlace(StrEnum):
    """Where the key is."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    NOWHERE = "nowhere"


def comet_key() -> str:
    """Return the key, "" where there is none."""
    return os.environ.get(VARIABLE, "").strip() or _kept()


def where_comet_key_is() -> KeyPlace:
    """Return where the key comes from; the keyring may ask the person for a password."""
    if os.environ.get(VARIABLE, "").strip():
        return KeyPlace.ENVIRONMENT
    return KeyPlace.KEYRING if _kept() else KeyPlace.NOWHERE


def keep_comet_key(key: str) -> KeyPlace:
    """Put a key into the keyring in place of the one before; return where the key comes from now.

    Raises:
        LoggingError: There is no keyring, or it takes no key.
    """
    try:
        import keyring

        keyring.set_password(_SERVICE, _NAME, key)
    except Exception as error:  # noqa: BLE001 - each system's keyring raises its own
        # Its words might name the key.
        log.info("The keyring takes no key: %s", type(error).__name__)
        raise LoggingError("log.key_not_kept", reason=type(error).__name__) from None
    return where_comet_key_is()


def _kept() -> str:
    try:
        import keyring

        return (keyring.get_password(_SERVICE, _NAME) or "").strip()
    except Exception as error:  # noqa: BLE001 - each system's keyring raises its own
        log.info("The keyring gives no key: %s", type(error).__name__)
        return ""
