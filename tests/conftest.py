"""Skips are failures where everything must be installed: in continuous integration."""

import os

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a skip into a failure when ROADMAP_NO_SKIPS is set."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("ROADMAP_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be missing here: {report.longrepr[-1]}"
    return report
