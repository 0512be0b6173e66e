"""Where jobs run: here, or in processes of our own. Anything else with `submit` will do as well."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor


class Here(Executor):
    """Runs each job at once, in this process."""

    def submit(self, make, /, *args, **kwargs) -> Future:
        """A future that is done already."""
        future = Future()
        try:
            future.set_result(make(*args, **kwargs))
        except Exception as problem:
            future.set_exception(problem)
        return future


def processes(workers: int) -> Executor:
    """That many worker processes, started as they are needed.

    Spawned, never forked: a fork after Typst has run hangs.
    """
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _settle)


def abandon(pool: Executor) -> None:
    """Ends a pool whose results nobody wants any more: what runs is finished, what waits is dropped.

    Workers are not terminated: one that dies while it hands over a large result leaves half of it in the pipe, and
    this process would wait for the other half for ever.
    """
    pool.shutdown(cancel_futures=True)


def _settle() -> None:
    """Readies a worker: the parent alone answers Ctrl-C, and a worker never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _leave_with(parent) -> None:
    parent.join()
    os._exit(1)
