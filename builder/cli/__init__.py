"""The command line: arguments in, one call each, words and exit codes out.

Exit codes: 0 fine, 1 the content has problems, 2 the command was misused, 3 a bug of ours or a broken machine.
"""

import sys
import traceback

import click

from builder import __version__
from builder.cli.build import build
from builder.cli.check import check
from builder.cli.new import new
from builder.cli.print import print_pack
from builder.cli.reference import reference
from builder.cli.review import review
from builder.cli.schema import schema
from builder.cli.serve import serve
from builder.problem import ContentError

CONTENT, USAGE, OURS = 1, 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="roadmap")
def roadmap() -> None:
    """Build a 52-week referral program: one YAML file a week in, a site and printable sheets out."""


for command in (check, build, print_pack, serve, new, review, reference, schema):
    roadmap.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run, and exit with the code that the module's docstring explains."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run one command; its exit code."""
    try:
        return roadmap.main(args=arguments, standalone_mode=False) or 0
    except click.exceptions.Abort:
        return 130
    except click.ClickException as misuse:
        misuse.show()
        return USAGE
    except ContentError as wrong:
        return _content(wrong)
    except OSError as broken:
        return _machine(broken)
    except Exception:
        traceback.print_exc()
        click.echo("This is a bug in roadmap, not in your content. Please report it with the lines above.", err=True)
        return OURS


def _content(wrong: ContentError) -> int:
    from builder import report

    click.echo(report.FORMATS["text"](wrong.problems), err=True)
    return CONTENT


def _machine(broken: OSError) -> int:
    click.echo(f"roadmap: {broken}. Nothing that was built before has been changed.", err=True)
    return OURS
