from multiprocessing import BoundedSemaphore, Lock, Process, RLock, Semaphore

from parity import attempt, begin, run, show


def release_lock(gate):
    show("lock released by another process", attempt(gate.release, ValueError))


def take_and_die(gate):
    show("lock free after that", gate.acquire(False))


def release_reentrant(gate):
    show("reentrant lock released by another process", attempt(gate.release, AssertionError))


def take_reentrant(gate, label):
    is_free = gate.acquire(False)
    show(label, is_free)
    if is_free:
        gate.release()


if __name__ == "__main__":
    begin()
    gate = Lock()
    gate.acquire()
    show("lock taken twice without waiting", gate.acquire(False))
    show("lock taken twice with patience", gate.acquire(timeout=0.05))
    run(Process(target=release_lock, args=(gate,)))
    show("lock released twice", attempt(gate.release, ValueError))
    run(Process(target=take_and_die, args=(gate,)))
    show("lock of a dead process is free", gate.acquire(False))

    again = RLock()
    again.acquire()
    show("reentrant lock taken twice", again.acquire(False))
    run(Process(target=release_reentrant, args=(again,)))
    again.release()
    run(Process(target=take_reentrant, args=(again, "reentrant lock released once of twice is free")))
    again.release()
    run(Process(target=take_reentrant, args=(again, "reentrant lock released twice is free")))
    show("reentrant lock released once too often", attempt(again.release, AssertionError))

    permits = Semaphore(1)
    permits.acquire()
    show("semaphore without a permit", permits.acquire(False))
    permits.release()
    permits.release()
    show("plain semaphore grows", permits.acquire(False) and permits.acquire(False))
    show("bounded semaphore released once too often", attempt(BoundedSemaphore(1).release, ValueError))
