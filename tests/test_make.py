"""From jobs to artifacts, the same whoever does the work and in whatever order it gets done."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest

from builder.make.box import pack, unpack
from builder.make.cache import Cache
from builder.make.job import Artifact, Job
from builder.make.pools import Here, processes
from builder.make.run import JobError, run


def shout(source: bytes) -> bytes:
    return source.upper()


def whisper(source: bytes) -> bytes:
    return source.lower()


def shelve(source: bytes) -> bytes:
    return pack({f"{number}.txt": source * number for number in range(4)})


def fail(source: bytes) -> bytes:
    raise ValueError(f"no sheet from {source!r}")


def die(source: bytes) -> bytes:
    os._exit(9)


def mumble(source: bytes) -> str:
    return "text"


JOBS = [Job(f"{number}.txt", b"week %d" % number, shout, "1") for number in range(9)]
MADE = [Artifact(f"{number}.txt", b"WEEK %d" % number) for number in range(9)]


class Backwards(Executor):
    """Does the last thing asked first, and only when somebody waits: the least helpful pool there is."""

    def __init__(self):
        self.todo, self.most = [], 0

    def submit(self, make, /, *args):
        future = Future()
        self.todo.append((future, make, args))
        self.most = max(self.most, len(self.todo))
        future.result = lambda: self._work() or Future.result(future)
        return future

    def _work(self):
        while self.todo:
            future, make, args = self.todo.pop()
            future.set_result(make(*args))


def test_a_key_differs_when_make_engine_or_source_does():
    keys = {
        Job("same.txt", source, make, engine).key
        for make, engine, source in product((shout, whisper), ("typst 1", "typst 2", ""), (b"a", b"b", b""))
    }
    assert len(keys) == 18
    assert all(len(key) == 64 for key in keys)


def test_a_key_keeps_its_parts_apart():
    assert Job("a", b"xy", shout, "z").key != Job("a", b"y", shout, "zx").key != Job("a", b"", shout, "zxy").key


def test_a_key_does_not_know_where_the_result_lies():
    assert Job("a.pdf", b"x", shout, "1").key == Job("b/c.pdf", b"x", shout, "1").key


def test_a_job_is_done_by_a_function_that_any_process_finds():
    with pytest.raises(ValueError, match=r"a\.pdf: .*lambda"):
        Job("a.pdf", b"", lambda source: source, "1")


def test_every_pool_gives_the_same_in_the_order_asked():
    jobs = [*JOBS, Job("box", b"sheet", shelve, "1")]
    with processes(2) as spawned, ThreadPoolExecutor(3) as threads:
        answers = [list(run(jobs, pool, None)) for pool in (Here(), Backwards(), threads, spawned, spawned)]
    assert answers[0] == [*MADE, Artifact("box", shelve(b"sheet"))]
    assert all(answer == answers[0] for answer in answers)
    assert unpack(answers[0][-1].data)["2.txt"] == b"sheetsheet"


def test_no_jobs_give_nothing():
    assert list(run([], Here(), None)) == []


@pytest.mark.parametrize("ahead", [1, 4, 100])
def test_reads_no_more_jobs_than_it_may(ahead):
    asked, pool = [], Backwards()
    answers = run((asked.append(job) or job for job in JOBS), pool, None, ahead=ahead)
    assert next(answers) == MADE[0]
    assert len(asked) == min(ahead, 9)
    assert list(answers) == MADE[1:]
    assert pool.most <= ahead


def test_only_misses_are_worked_on(tmp_path):
    cache, pool = Cache(tmp_path), Backwards()
    assert list(run(JOBS[:5], pool, cache)) == MADE[:5]
    assert list(run(JOBS[:5], None, cache)) == MADE[:5]
    pool.most = 0
    assert list(run(JOBS, pool, cache)) == MADE
    assert pool.most == 4


def test_damage_in_the_cache_is_worked_on_again(tmp_path):
    for _ in range(2):
        assert list(run(JOBS, Here(), Cache(tmp_path))) == MADE
        for entry in tmp_path.glob("*/*"):
            entry.write_bytes(entry.read_bytes()[:-1] + b"!")


def test_tells_how_far_it_is():
    told = []
    with ThreadPoolExecutor(2) as pool:
        assert list(run(JOBS, pool, None, lambda done, total: told.append((done, total)))) == MADE
    assert told == sorted(told)
    assert told[-1] == (9, 9)


def test_tells_of_later_jobs_while_the_first_takes_its_time():
    told, released = [], threading.Event()

    class FirstWaits(ThreadPoolExecutor):
        def submit(self, make, source):
            slow = source == b"week 0"
            return super().submit(lambda: (slow and released.wait(60), make(source))[1])

    def progress(done, total):
        told.append(done)
        if done == 8:
            released.set()

    with FirstWaits(2) as pool:
        assert list(run(JOBS, pool, None, progress)) == MADE
    assert 8 in told and told == sorted(told)


@pytest.mark.parametrize("pool", [Here, lambda: processes(1)])
def test_an_error_names_the_job_and_stops_there(pool):
    jobs = [JOBS[0], Job("weeks/05.pdf", b"x", fail, "1"), JOBS[2], Job("weeks/06.pdf", b"x", fail, "1")]
    with pool() as workers:
        answers = run(jobs, workers, None)
        assert next(answers) == MADE[0]
        with pytest.raises(JobError, match=r"^weeks/05\.pdf: ValueError: no sheet from b'x'$") as caught:
            next(answers)
    assert isinstance(caught.value.__cause__, ValueError)


def test_a_worker_that_dies_is_an_error_with_a_name():
    with processes(1) as pool, pytest.raises(JobError, match=r"^a\.pdf: BrokenProcessPool"):
        list(run([Job("a.pdf", b"", die, "1")], pool, None))


@pytest.mark.parametrize(
    ("jobs", "reason"),
    [([Job("a.pdf", b"", mumble, "1")], "mumble gave str"), ([JOBS[0], JOBS[0]], "two jobs make this file")],
)
def test_a_job_that_can_not_be_right_is_an_error(jobs, reason):
    with pytest.raises(JobError, match=reason):
        list(run(jobs, Here(), None))


def test_nobody_listens_any_more():
    with ThreadPoolExecutor(1) as pool:
        answers = run(JOBS, pool, None)
        next(answers)
        answers.close()
        assert pool.submit(shout, b"free again").result() == b"FREE AGAIN"


ORPHANS = """
import sys
from builder.make.job import Job
from builder.make.pools import processes
from builder.make.run import run
from tests.test_make import shout

if __name__ == "__main__":
    with processes(2) as pool:
        for artifact in run([Job(str(n), b"x", shout, "1") for n in range(4)], pool, None):
            print(artifact.path, flush=True)
        sys.stdin.read()
"""


def test_workers_do_not_outlive_a_killed_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(ORPHANS)
    root = Path(__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, script], cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as parent:  # fmt: skip
        assert [parent.stdout.readline() for _ in range(4)] == [b"0\n", b"1\n", b"2\n", b"3\n"]
        parent.send_signal(signal.SIGKILL)
        # The workers hold the other end of this pipe: it ends when the last of them is gone.
        assert parent.stdout.read() == b""
