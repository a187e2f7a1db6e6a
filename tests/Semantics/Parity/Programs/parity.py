"""What the scripts beside the scenes share: a label and its outcome, a line each."""
import multiprocessing
import threading


def show(label, outcome):
    print(f"{label}: {outcome}", flush=True)


def attempt(action, *errors):
    """The outcome of an action: 'fine', or 'error' where it raised one of these."""
    try:
        action()
        return "fine"
    except errors or Exception:
        return "error"


def hangs(action, seconds=3):
    """Whether an action is not over after so long."""
    thread = threading.Thread(target=action, daemon=True)
    thread.start()
    thread.join(seconds)
    return "hangs" if thread.is_alive() else "goes on"


def run(child):
    child.start()
    child.join()
    return child


def begin():
    multiprocessing.set_start_method("spawn")
