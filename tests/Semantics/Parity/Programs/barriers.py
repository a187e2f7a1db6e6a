import time
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError

from parity import attempt, begin, show


def meet(barrier, label):
    show(label, attempt(barrier.wait, BrokenBarrierError))


def break_with(barrier, act, label):
    child = Process(target=meet, args=(barrier, label))
    child.start()
    while barrier.n_waiting == 0:
        time.sleep(0.01)
    act()
    child.join()


if __name__ == "__main__":
    begin()
    barrier = Barrier(2)
    show("nobody waits at a new barrier", barrier.n_waiting)
    show("barrier that not all reach in time", attempt(lambda: barrier.wait(0.05), BrokenBarrierError))
    show("barrier is broken then", barrier.broken)
    show("who waits at a broken barrier", barrier.n_waiting)
    show("coming to a broken barrier", attempt(barrier.wait, BrokenBarrierError))
    barrier.reset()
    show("barrier is broken after a reset", barrier.broken)
    partner = Process(target=meet, args=(barrier, "meeting after a reset"))
    partner.start()
    barrier.wait()
    partner.join()
    break_with(barrier, barrier.abort, "waiting while another aborts")
    show("barrier is broken after that abort", barrier.broken)
    barrier.reset()
    break_with(barrier, barrier.reset, "waiting while another resets")
    show("barrier is broken after that reset", barrier.broken)
    barrier.abort()
    show("coming after an abort", attempt(barrier.wait, BrokenBarrierError))
