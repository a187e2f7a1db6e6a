from multiprocessing import Barrier

from parity import hangs, show

if __name__ == "__main__":
    show("barrier not reached", hangs(Barrier(2).wait))
