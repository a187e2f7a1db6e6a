import queue
import time
from multiprocessing import Condition, Event, Process, Queue, Value

from parity import attempt, begin, show


def sleep(changed, asleep, woken):
    with changed:
        asleep.value += 1
        changed.wait()
    woken.put(1)


def soon(woken):
    try:
        woken.get(timeout=0.3)
        return True
    except queue.Empty:
        return False


if __name__ == "__main__":
    begin()
    ready = Event()
    show("event waited for in vain", ready.wait(0.05))
    ready.set()
    show("event that is set", ready.wait())
    show("event stays set", ready.is_set())
    ready.clear()
    show("event that was reset", ready.wait(0))

    changed = Condition()
    show("wait without the lock", attempt(changed.wait, AssertionError))
    show("notify without the lock", attempt(changed.notify, AssertionError))
    with changed:
        show("condition waited for in vain", changed.wait(0.05))
        show("predicate waited for in vain", changed.wait_for(lambda: False, 0.05))
        show("predicate that holds", changed.wait_for(lambda: True))

    asleep = Value("i", 0)
    woken = Queue()
    sleepers = [Process(target=sleep, args=(changed, asleep, woken)) for _ in range(2)]
    for sleeper in sleepers:
        sleeper.start()
    while asleep.value < 2:
        time.sleep(0.01)
    with changed:
        changed.notify()
    woken.get()
    show("one notification wakes another, too", soon(woken))
    with changed:
        changed.notify_all()
    show("notify all wakes the rest", woken.get())
    for sleeper in sleepers:
        sleeper.join()
