"""What an audit was asked to meet: exit status 10 when it was not. Pure."""

from collections.abc import Mapping, Sequence


def unmet(verdicts: Mapping[str, str], required: Sequence[str], broken: int, most_broken: int | None) -> list[str]:
    """Each threshold that was not met, in words; empty when all were. `required`: ids of checks that must be present."""
    missed = [f"{check} is {verdicts[check]}" for check in required if verdicts[check] != "present"]
    if most_broken is not None and broken > most_broken:
        missed.append(f"{broken} broken links, at most {most_broken} asked for")
    return missed
