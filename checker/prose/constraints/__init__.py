"""What must hold in the reading of a text, one subject a file: each finder goes over tables, one finding a fault.

Finders of numbers return `Conflict`s (`conflict`); `settle` asks them in one order, so that each is told once.
"""
