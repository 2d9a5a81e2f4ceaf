"""The takes of all sessions: found, given out, made again."""
