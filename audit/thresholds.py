"""What an audit was asked to meet: exit status 10 when it was not. Pure."""

from collections.abc import Sequence

from checks.finding import Finding, Verdict

MET = (Verdict.PRESENT,)


def unmet(findings: Sequence[Finding], required: Sequence[str], broken: int, most_broken: int | None) -> list[str]:
    """Each threshold that was not met, in words; empty when all were. `required`: ids of checks that must be present."""
    verdicts = {f.check: f.verdict for f in findings}
    missed = [f"{check}: {verdicts[check].value}" for check in required if verdicts[check] not in MET]
    if most_broken is not None and broken > most_broken:
        missed.append(f"broken links: {broken}, at most {most_broken} asked for")
    return missed
