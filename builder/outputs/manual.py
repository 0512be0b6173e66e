"""The reference page of all checks, `docs/checks.md`: docstrings are the manual, examples the proof."""

from types import ModuleType

import yaml

from builder.checks import CHECKS

HEAD = """# Checks

Written by `roadmap schema` from the checks in `builder/checks/`; a test fails when it is stale. Don't edit it.

`roadmap check` holds the content against every rule below, tells all problems at once, each with its place and a hint,
and exits with 1 when one of them is an error. Where a rule is wrong about a text, a comment excuses it: at the end of
the line, or on the line above.

```yaml
# waive numbers-are-cited: the number is the agency's own, from its staffing plan
because: Our 4 nurses cover the county on Sundays.
```

A waiver without a reason, or one that nothing needs any more, is itself a problem.
"""


def manual() -> str:
    """The page, as Markdown."""
    rows = "\n".join(f"| [`{check.RULE}`](#{check.RULE}) | {_truth(check)} |" for check in CHECKS)
    return "\n\n".join((f"{HEAD}\n| Check | What it holds true |\n|---|---|\n{rows}", *map(_section, CHECKS))) + "\n"


def _truth(check: ModuleType) -> str:
    """The first sentence of its docstring."""
    return " ".join(check.__doc__.strip().partition("\n\n")[0].split())


def _section(check: ModuleType) -> str:
    example = f"\n\n```yaml\n{_example(check)}```" if hasattr(check, "FAILS") else ""
    return f"## `{check.RULE}`\n\n{check.__doc__.strip()}{example}"


def _example(check: ModuleType) -> str:
    return f"# found\n{_lines(check.FAILS)}# left alone\n{_lines(check.PASSES)}"


def _lines(change: dict[tuple, object]) -> str:
    """A change to a week as YAML, `call.questions[0]: ...`, one line a field."""
    return "".join(
        yaml.safe_dump({_name(path): value}, allow_unicode=True, sort_keys=False, width=100)
        for path, value in change.items()
    )


def _name(path: tuple) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
