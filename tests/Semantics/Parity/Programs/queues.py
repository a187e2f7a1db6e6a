import queue
import time
from multiprocessing import JoinableQueue, Process, Queue

from parity import attempt, begin, run, show


def fill(items):
    items.put("a")
    items.put("b")


def work(jobs):
    jobs.get()
    jobs.task_done()


if __name__ == "__main__":
    begin()
    items = Queue(2)
    items.put("first")
    show("item is there right after put", not items.empty())
    items.put("second")
    time.sleep(0.2)
    show("put into a full queue without waiting", attempt(lambda: items.put_nowait("third"), queue.Full))
    show("put into a full queue with patience", attempt(lambda: items.put("third", timeout=0.05), queue.Full))
    show("items in the queue", items.qsize())
    show("queue is full", items.full())
    show("order of the items", f"{items.get()} {items.get()}")
    show("get from an empty queue without waiting", attempt(items.get_nowait, queue.Empty))
    show("get from an empty queue with patience", attempt(lambda: items.get(timeout=0.05), queue.Empty))
    run(Process(target=fill, args=(items,)))
    show("items of a child that has ended", f"{items.get()} {items.get()}")
    items.close()
    show("put after close", attempt(lambda: items.put("late"), ValueError))

    jobs = JoinableQueue()
    jobs.put(1)
    jobs.get()
    jobs.task_done()
    show("task done once too often", attempt(jobs.task_done, ValueError))
    jobs.put(2)
    worker = Process(target=work, args=(jobs,))
    worker.start()
    jobs.join()
    worker.join()
    show("joining a queue whose tasks are done", "over")
