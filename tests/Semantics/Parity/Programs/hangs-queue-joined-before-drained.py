from multiprocessing import Process, Queue

from parity import begin, hangs, show


def fill(items):
    items.put("x" * 200_000)


if __name__ == "__main__":
    begin()
    items = Queue()
    child = Process(target=fill, args=(items,))
    child.start()
    show("queue joined before drained", hangs(child.join))
    child.kill()
