"""The report as `audit.json`. Pure."""

import json
import re

from reports.report import Report

_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(report: Report) -> str:
    """`Report.from_json` reads it back. What a site wrote to move a cursor or to turn the text is kept, but escaped."""
    told = json.dumps(report.to_json(), ensure_ascii=False, indent=1)
    return _UNSEEN.sub(lambda m: f"\\u{ord(m.group()):04x}", told) + "\n"
