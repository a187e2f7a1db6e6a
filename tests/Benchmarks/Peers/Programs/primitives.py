"""How long multiprocessing's primitives take; the same measures as Primitives.cs, in the same order."""

import multiprocessing as mp
import sys
import time


def tell(what, unit, count, work):
    began = time.perf_counter()
    work()
    each = (time.perf_counter() - began) / count
    print(f"{what}\t{unit}\t{each * (1e3 if unit == 'ms' else 1e6):.1f}", flush=True)


def lock(count):
    gate = mp.Lock()

    def work():
        for _ in range(count):
            gate.acquire()
            gate.release()

    tell("lock: acquire + release, uncontended", "µs", count, work)


def dictionary(count):
    with mp.Manager() as manager:
        shared = manager.dict(n=0)

        def work():
            for _ in range(count):
                shared["n"] = shared["n"] + 1

        tell("shared dictionary: get + set", "µs", count, work)


def answer_events(ping, pong, count):
    for _ in range(count):
        ping.wait()
        ping.clear()
        pong.set()


def wake(count):
    ping, pong = mp.Event(), mp.Event()
    other = mp.Process(target=answer_events, args=(ping, pong, count + 1))
    other.start()

    def exchange():
        ping.set()
        pong.wait()
        pong.clear()

    def work():
        for _ in range(count):
            exchange()

    exchange()
    tell("event: wake-up of another process", "µs", 2 * count, work)
    other.join()


def echo(connection, count):
    for _ in range(count):
        connection.send(connection.recv())


def pipe(count):
    here, there = mp.Pipe()
    other = mp.Process(target=echo, args=(there, count + 1))
    other.start()

    def exchange():
        here.send("ping")
        here.recv()

    def work():
        for _ in range(count):
            exchange()

    exchange()
    tell("pipe: round trip", "µs", count, work)
    other.join()


def consume(queue, ready):
    ready.release()
    while True:
        queue.get()
        queue.task_done()


def queue(consumers, count):
    items, ready = mp.JoinableQueue(), mp.Semaphore(0)
    for _ in range(consumers):
        mp.Process(target=consume, args=(items, ready), daemon=True).start()
    for _ in range(consumers):
        ready.acquire()

    def work():
        for i in range(count):
            items.put(i)
        items.join()

    tell(f"joinable queue: put, get and task done, {consumers} consumer{'s' if consumers > 1 else ''}", "µs", count, work)


def square(number):
    return number * number


def pool(count):
    with mp.Pool(2) as workers:
        workers.map(square, [1, 2], chunksize=1)
        tell("pool of 2: a task", "µs", count, lambda: workers.map(square, range(count), chunksize=1))


def nothing():
    pass


def start(count):
    def work():
        for _ in range(count):
            child = mp.Process(target=nothing)
            child.start()
            child.join()

    tell("process: start + join", "ms", count, work)


if __name__ == "__main__":
    mp.set_start_method(sys.argv[1])
    lock(5000)
    dictionary(3000)
    wake(1000)
    pipe(3000)
    queue(1, 4000)
    queue(2, 4000)
    pool(2000)
    start(20)
