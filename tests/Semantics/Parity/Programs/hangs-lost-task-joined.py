import os
from multiprocessing import Pool

from parity import begin, hangs, show


def leave():
    os._exit(1)


if __name__ == "__main__":
    begin()
    pool = Pool(1)
    pool.apply_async(leave)
    pool.close()
    show("lost task joined", hangs(pool.join))
    pool.terminate()
