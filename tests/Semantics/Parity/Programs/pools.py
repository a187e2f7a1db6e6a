import multiprocessing
import os
import time
from multiprocessing import Pool, active_children, current_process

from parity import attempt, begin, show

begun = 0


def square(n):
    return n * n


def fail(n):
    raise ValueError("on purpose")


def is_daemon():
    return current_process().daemon


def nap(seconds):
    time.sleep(seconds)
    return 1


def initialize(by):
    global begun
    begun += by


def has_begun():
    return begun


def leave(code):
    os._exit(code)


if __name__ == "__main__":
    begin()
    show("pool of no workers", attempt(lambda: Pool(0), ValueError))
    with Pool(2) as pool:
        show("map keeps the order", " ".join(str(n) for n in pool.map(square, [3, 1, 2], chunksize=1)))
        show("map of nothing", len(pool.map(square, [])))
        show("exception of a task", attempt(lambda: pool.apply(fail, (1,)), ValueError))
        show("workers are daemons", pool.apply(is_daemon))
        show("map that is not waited for", " ".join(str(n) for n in pool.map_async(square, [4, 5]).get()))

    seen = []
    closed = Pool(1)
    show("joining an open pool", attempt(closed.join, ValueError))
    closed.apply_async(square, (6,), callback=seen.append)
    closed.close()
    show("task after close", attempt(lambda: closed.apply_async(square, (7,)), ValueError))
    closed.join()
    show("callback has run when join returns", "".join(str(n) for n in seen))

    with Pool(1) as slow:
        late = slow.apply_async(nap, (1,))
        show("result that is not there in time", attempt(lambda: late.get(0.05), multiprocessing.TimeoutError))
        show("asked too early whether it succeeded", attempt(late.successful, ValueError))

    with Pool(1, initialize, (10,)) as begins:
        show("initializer before the first task", begins.apply(has_begun))
        show("initializer once for two tasks", begins.apply(has_begun))
        lost = begins.apply_async(leave, (3,))
        show("task after a worker has ended", begins.apply(square, (8,)))
        show("lost task is ready", lost.ready())
        lost.wait(0.1)
        show("lost task comes in time", lost.ready())
        show("initializer in the worker that replaces it", begins.apply(has_begun))
        show("workers then", len([c for c in active_children() if "PoolWorker" in c.name]))
