"""MkDocs's hook: bare `mkdocs serve` and `mkdocs build` show the same pages and sheets as `roadmap build`."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from builder.checks import inspect
from builder.edition import Edition, edition
from builder.handouts import work
from builder.make.cache import Cache
from builder.make.pools import Here
from builder.make.run import run
from builder.read import read_logo, read_subscriber
from builder.report import text
from builder.site.finish import finish
from builder.site.stage import generated, settings

WATCHED = ("weeks", "handouts", "subscribers", "reference", "program.yml", "sources.yml")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds what comes from the program. Raises PluginError with everything that is wrong in content."""
    root = Path(config.config_file_path).parent
    made = _edition(root, config.extra["subscriber"])
    for name, value in settings(made, config).items():
        config[name] = value
    for path, data in {**generated(made), **_printed(made, root)}.items():
        files.append(File.generated(config, path, content=data))
    return files


def on_post_page(output: str, **_) -> str:
    """The last pass over a page."""
    return finish(output)


def on_post_template(output: str, template_name: str, **_) -> str:
    """The last pass over the page for a wrong address."""
    return finish(output) if template_name.endswith(".html") else output


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_) -> LiveReloadServer:
    """Builds again when content or the design of the sheets changes."""
    root = Path(config.config_file_path).parent
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    return server


def _edition(root: Path, name: str) -> Edition:
    program, found = inspect(root)
    agency, more = read_subscriber(root / "subscribers" / f"{name}.yml")
    logo, unfit = read_logo(root / "subscribers", agency) if agency else (None, ())
    if wrong := [problem for problem in (*found, *more, *unfit) if problem.stops]:
        raise PluginError(f"the content has problems\n\n{text(wrong)}")
    return edition(program, agency.record, logo)


def _printed(made: Edition, root: Path) -> dict[str, bytes]:
    """Path -> bytes of every sheet, preview and pack; what didn't change comes from the cache of `roadmap build`."""
    kept = Cache(root / ".cache" / "roadmap")
    sheets = {each.path: each.data for each in run(work.sheet_jobs(made), Here(), kept)}
    packs = run(work.pack_jobs(made, sheets), Here(), kept)
    files = {path: data for each in sheets for path, data in work.sheet_files(each, sheets[each]).items()}
    return {**files, **{pack.path: pack.data for pack in packs}}
