"""Which streams go on where a batch narrows: as many as one of the widths that may come."""


def rows_to_keep(is_running: list[bool], widths: list[int]) -> list[int]:
    """Return the rows to go on with in the narrowest width that holds all running ones.

    Args:
        is_running: Of each row.
        widths: Those that may come.
    """
    running = [row for row, runs in enumerate(is_running) if runs]
    ended = [row for row, runs in enumerate(is_running) if not runs]
    fitting = [width for width in widths if len(running) <= width < len(is_running)]
    return sorted((running + ended)[: min(fitting, default=len(is_running))])
