import os
import sys
import time
from multiprocessing import Process, active_children, current_process

from parity import attempt, begin, run, show


class Greeter(Process):
    def run(self):
        show("name of a derived class", current_process().name)


def nothing():
    pass


def fail():
    raise RuntimeError("on purpose")


def leave(code):
    sys.exit(code)


def sleep():
    time.sleep(600)


def append(numbers):
    numbers.append(2)


def tell_parent(pid):
    show("the child knows its parent", os.getppid() == pid)


def nest():
    show("a daemon starts a child", attempt(Process(target=nothing).start, AssertionError))


def set_daemon(child):
    child.daemon = True


def none(code):
    return "none" if code is None else code


if __name__ == "__main__":
    begin()
    first = Process(target=nothing)
    show("default name", first.name)
    show("alive before the start", first.is_alive())
    show("exit code before the start", none(first.exitcode))
    show("join before the start", attempt(first.join, AssertionError))
    first.start()
    show("start twice", attempt(first.start, AssertionError))
    show("daemon set after the start", attempt(lambda: set_daemon(first), AssertionError))
    first.join()
    first.join()
    show("exit code of a return", first.exitcode)
    show("alive after the end", first.is_alive())
    show("exit code of an exception", run(Process(target=fail)).exitcode)
    show("exit code 7", run(Process(target=leave, args=(7,))).exitcode)
    show("exit code 300", run(Process(target=leave, args=(300,))).exitcode)
    show("exit code -1", run(Process(target=leave, args=(-1,))).exitcode)
    sleeper = Process(target=sleep)
    sleeper.start()
    sleeper.join(0)
    show("join of 0 s", not sleeper.is_alive())
    show("exit code while it lives", none(sleeper.exitcode))
    show("living children", len(active_children()))
    sleeper.terminate()
    show("alive right after terminate", sleeper.is_alive())
    sleeper.join()
    show("exit code after terminate", sleeper.exitcode)
    second = Process(target=sleep)
    second.start()
    second.kill()
    second.join()
    show("exit code after kill", second.exitcode)
    show("living children at the end", len(active_children()))
    run(Process(target=nest, daemon=True))
    run(Process(target=tell_parent, args=(os.getpid(),)))
    numbers = [1]
    run(Process(target=append, args=(numbers,)))
    show("a list that the child has changed", len(numbers))
    run(Greeter())
