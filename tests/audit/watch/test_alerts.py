"""The alerts of deploy/alerts.yaml, judged by Prometheus' own tool over fleets that do well and fleets that do not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_MISSING = "promtool is missing: install the package prometheus"


def test_each_alert_fires_when_it_should_and_only_then() -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        if os.environ.get("CI"):
            pytest.fail(_MISSING)
        pytest.skip(_MISSING)
    cases = Path(__file__).with_name("alerts.yaml")
    done = subprocess.run([promtool, "test", "rules", str(cases)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
