"""Golden files are renewed on request; skips are failures where everything must be installed."""

import os

import pytest


def pytest_addoption(parser):
    """`--update-golden`: write what is made now over the golden files, then read the diff."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a skip into a failure when ROADMAP_NO_SKIPS is set."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("ROADMAP_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be missing here: {report.longrepr[-1]}"
    return report
