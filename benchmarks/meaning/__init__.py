"""One answer in all rooms: random workspaces of single figures and ties, judged by hand-written rules of their own.

`benchmarks/agreement` judges what hangs together by relations; this one judges what two figures, a tie or a demand
from above say by themselves, and whether every rule, page and sheet says the same.
"""
