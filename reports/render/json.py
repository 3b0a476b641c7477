"""The report as `audit.json`. Pure: the caller writes the file."""

from typing import Any

from reports.report import Report


def report_json(report: Report) -> dict[str, Any]:
    """Plain values only, keys in a fixed order; `Report.from_json` reads it back."""
    return report.to_json()
