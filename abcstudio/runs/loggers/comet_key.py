"""The person's key for Comet: from the environment or the system's keyring, and nowhere else."""

import logging
import os

log = logging.getLogger(__name__)

VARIABLE = "COMET_API_KEY"
SERVICE, NAME = "abcstudio", "comet"
"""Under which names the keyring keeps it."""


def comet_key() -> str:
    """Return the key, "" where there is none."""
    return os.environ.get(VARIABLE, "").strip() or _kept()


def _kept() -> str:
    try:
        import keyring

        return (keyring.get_password(SERVICE, NAME) or "").strip()
    except Exception as error:  # noqa: BLE001 - each system's keyring raises its own
        log.info("The keyring gives no key: %s", type(error).__name__)
        return ""
