from multiprocessing import Manager, Process, Value

from parity import attempt, begin, run, show


def add(numbers):
    numbers.append(4)


if __name__ == "__main__":
    begin()
    with Manager() as manager:
        ages = manager.dict({"al": [1]})
        show("key that is not there", attempt(lambda: ages["bo"], KeyError))
        ages["al"].append(2)
        show("copy changed and not set again", len(ages["al"]))
        copy = ages["al"]
        copy.append(2)
        ages["al"] = copy
        show("copy changed and set again", len(ages["al"]))
        show("contains", "al" in ages)
        show("removed", ages.pop("al", None) is not None)
        show("count after that", len(ages))
        reals = manager.dict({0.0: 1})
        reals[-0.0] = 2
        show("equal keys are one entry", len(reals))

        numbers = manager.list([1, 2, 3])
        numbers.insert(0, 7)
        show("list after an insert", numbers)
        numbers.remove(2)
        show("list after a removal", numbers)
        show("place beyond the end", attempt(lambda: numbers[9], IndexError))
        run(Process(target=add, args=(numbers,)))
        show("list after a child has added", numbers)

    value = Value("i", 5)
    value.value += 1
    show("value read and written", value.value)
