"""Looking into a model in the shape that `Job` runs."""

from abcstudio.recipes.inspect import InspectRequest, InspectResult, inspect_model
from abcstudio.workers.job import Report, ShouldStop


def look_inside(request: InspectRequest, _report: Report, should_stop: ShouldStop) -> InspectResult:
    """Let a model read a text and look on.

    Raises:
        CancelledError: `should_stop` said so.
        ModelFileError: The model cannot be opened.
    """
    return inspect_model(request, should_stop)
