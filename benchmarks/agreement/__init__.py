"""Conflicts of random workspaces, decided a second time by a program that has nothing in common with plancheck.

`worlds` makes a workspace and writes its plan files, `judge` says whether all it states can hold, by Fourier and
Motzkin over fractions (`linear`), `calculator` works out the arithmetic that findings print, `compare` holds what
plancheck says against these. What may be stated, and what that means, is told in docs/conflicts.md.
"""
