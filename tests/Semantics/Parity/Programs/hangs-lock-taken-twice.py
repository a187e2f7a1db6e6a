from multiprocessing import Lock

from parity import hangs, show

if __name__ == "__main__":
    gate = Lock()
    gate.acquire()
    show("lock taken twice", hangs(gate.acquire))
