"""Running jobs: kept results first, the rest through a pool, always in the order asked."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from itertools import count, islice
from operator import length_hint

from builder.make.cache import Cache
from builder.make.job import Artifact, Job

Progress = Callable[[int, int], None]
"""Told (jobs done, jobs in all); the second is 0 when the jobs come from a generator."""


Early = Callable[[list[Job]], Iterable[Artifact]]
"""Runs jobs whose results other jobs are made of."""


class JobError(Exception):
    """A job failed: its path leads the message, the reason is the `__cause__`."""

    def __init__(self, path: str, reason: str):
        super().__init__(path, reason)
        self.path = path

    def __str__(self) -> str:
        return ": ".join(self.args)


def run(
    jobs: Iterable[Job], pool: Executor, cache: Cache | None, progress: Progress | None = None, ahead: int = 256
) -> Iterator[Artifact]:
    """An artifact for each job, in the order asked, so that nothing depends on which worker is faster.

    At most `ahead` jobs are in flight or waiting for their turn: memory stays flat however many follow. A long job
    belongs first, so that the others run beside it. Raises JobError for the first job, in that order, that fails.
    """
    todo, waiting, total = _once_each(jobs), deque(), length_hint(jobs)
    try:
        for turn in count():
            waiting.extend((job, *_start(job, pool, cache)) for job in islice(todo, ahead - len(waiting)))
            if not waiting:
                return
            if progress:
                _watch(waiting, lambda done, turn=turn: progress(turn + done, total))
            job, future, kept = waiting.popleft()
            data = _result(job, future)
            if cache and not kept:
                cache.put(job.key, data)
            yield Artifact(job.path, data)
    finally:
        for _, future, _ in waiting:
            future.cancel()


def _once_each(jobs: Iterable[Job]) -> Iterator[Job]:
    paths = set()
    for job in jobs:
        if job.path in paths:
            raise JobError(job.path, "two jobs make this file")
        paths.add(job.path)
        yield job


def _start(job: Job, pool: Executor, cache: Cache | None) -> tuple[Future, bool]:
    """The result to come, and whether it was kept from before."""
    data = cache.get(job.key) if cache else None
    if data is None:
        with _named(job):
            return pool.submit(job.make, job.source), False
    future = Future()
    future.set_result(data)
    return future, True


def _watch(waiting, tell) -> None:
    """Tells how many are done, again and again until the first is."""
    futures = [future for _, future, _ in waiting]
    tell(sum(future.done() for future in futures))
    while not futures[0].done():
        wait([future for future in futures if not future.done()], return_when=FIRST_COMPLETED)
        tell(sum(future.done() for future in futures))


def _result(job: Job, future: Future) -> bytes:
    with _named(job):
        data = future.result()
    if not isinstance(data, bytes):
        raise JobError(job.path, f"{job.make.__qualname__} gave {type(data).__name__} instead of bytes")
    return data


@contextmanager
def _named(job: Job):
    try:
        yield
    except Exception as problem:
        raise JobError(job.path, f"{type(problem).__name__}: {problem}") from problem
