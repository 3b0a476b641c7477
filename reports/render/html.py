"""The report as one self-contained HTML page: no script, no foreign asset, every foreign text escaped. Pure."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.render.compose import compose
from reports.render.tree import Call
from reports.report import Report


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("reports.render"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["kind"] = lambda block: type(block).__name__
    made.tests["call"] = lambda bit: isinstance(bit, Call)
    return made


def html(report: Report) -> str:
    """The whole report as a document."""
    return environment().get_template("report.html").render(tree=compose(report))
