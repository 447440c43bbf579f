"""How people and programs come in: the command line (later the editor server and the workbench).

In: the words of a command line, the environment, files named there.
Out: text on stdout, files that were asked for, one line on stderr where a run cannot be done, and an exit
status: 0 nothing at or above the gate, 1 findings, 2 the run could not be done, 3 a fault of plancheck.
Words: `start.py` is the entry; `cli.py` knows no command but by name; a *command* is one file that is imported
only when it is called, so that a check waits for nothing it does not use; `words.py` makes help pages
in Chinese and English, `faults.py` turns every way to go wrong into one sentence, `output.py` writes.
Doors decide nothing about plans: they fill in `Options`, call the engine and hand on what a renderer made.
"""
