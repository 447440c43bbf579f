"""What needs plans to be known: whose figure it is, what a tie demands, what is asked of whom, what measures a goal.

In: linked plans and their graph, statements. Out: answers, each given in one place for rules, solver, report and
tables. Nothing here finds fault.
"""
