"""Several sources of tunes combined into one."""
