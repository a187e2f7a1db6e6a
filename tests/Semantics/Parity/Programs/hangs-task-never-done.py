from multiprocessing import JoinableQueue

from parity import hangs, show

if __name__ == "__main__":
    jobs = JoinableQueue()
    jobs.put(1)
    jobs.get()
    show("task never done", hangs(jobs.join))
