from multiprocessing import Pipe, Process

from parity import attempt, begin, show

CLOSED = (OSError, EOFError)


def answer(end):
    end.send(end.recv() + 1)


if __name__ == "__main__":
    begin()
    reader, writer = Pipe(duplex=False)
    show("send on the end that receives", attempt(lambda: reader.send(1), *CLOSED))
    show("receive on the end that sends", attempt(writer.recv, *CLOSED))
    show("nothing has come", reader.poll())
    writer.send("one")
    writer.send("two")
    show("something has come", reader.poll())
    show("order of the messages", f"{reader.recv()} {reader.recv()}")
    writer.send_bytes(b"")
    show("length of an empty message", len(reader.recv_bytes()))
    writer.close()
    show("poll at the end", reader.poll())
    show("receive at the end", attempt(reader.recv, *CLOSED))
    show("send on a closed end", attempt(lambda: writer.send(1), *CLOSED))

    left, right = Pipe()
    right.send(1)
    left.send(2)
    show("both ways", f"{left.recv()} {right.recv()}")
    right.send_bytes(b"abc")
    show("message longer than allowed", attempt(lambda: left.recv_bytes(2), *CLOSED))

    kept, given = Pipe()
    given.close()
    show("send where nobody reads", attempt(lambda: kept.send(1), *CLOSED))

    parent, child = Pipe()
    process = Process(target=answer, args=(child,))
    process.start()
    child.close()
    parent.send(20)
    show("answer of a child", parent.recv())
    process.join()
    show("receive from a child that has ended", attempt(parent.recv, *CLOSED))
