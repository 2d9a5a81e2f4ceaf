"""Writing a report in the background."""

from abcstudio.recipes.reports.report_places import ReportPlaces
from abcstudio.recipes.reports.report_request import ReportRequest, ReportResult
from abcstudio.workers.job import Report


def write_report(request: ReportRequest, places: ReportPlaces, report: Report) -> ReportResult:
    """Gather a report and write it; what that needs is loaded first."""
    from abcstudio.recipes.reports.report import write_report

    return write_report(request, places, report)
