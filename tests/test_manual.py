"""The reference page of the checks says what the checks say."""

from pathlib import Path

from builder.checks import CHECKS
from builder.outputs.manual import manual

PAGE = Path(__file__).parents[1] / "docs" / "checks.md"


def test_the_page_is_as_the_checks_say():
    assert PAGE.read_text("utf-8") == manual(), "write it anew: roadmap schema"


def test_every_check_is_explained_with_its_examples():
    page = manual()
    for check in CHECKS:
        section = page.partition(f"## `{check.RULE}`\n\n")[2].partition("\n## ")[0]
        assert section.startswith(check.__doc__.strip())
        assert f"(#{check.RULE})" in page
        assert hasattr(check, "FAILS") == ("# found\n" in section) == ("# left alone\n" in section)


def test_examples_show_both_sides():
    page = manual()
    assert "# found\ncodes.examples[0].code: I50.2\n# left alone\ncodes.examples[0].code: I50.22\n```" in page
