"""What needs plans to be known: whose figure it is, what a tie demands, what is asked of whom, what measures a goal.

In: linked plans and their graph, statements. Out: answers, each given in one place for rules, report and tables, and
the rows that the solver takes of plans. Nothing here finds fault.
"""
