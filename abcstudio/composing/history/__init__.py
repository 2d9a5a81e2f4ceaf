"""The takes of all sessions, as they are kept."""
