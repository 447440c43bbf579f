"""What was found, written down; one file an output format.

In: a `Report` (or the goal graph), a language, and for the terminal whether colours are wanted.
Out: text, never printed and never written to a file: the doors do that.
Words: an *excerpt* is the part of a line around a span, at most 60 display columns of it, with *marks*
(carets) under both ends; what a plan brings along is made *visible* before it reaches a terminal, so
that no name can move the cursor or change colours. The JSON is published: `json_schema.py` describes it,
and is imported only by who asks for the schema. Same report, same language: same text.
A run needs one format: `text.py`, `json.py`, `graph_dot.py` … are imported by name, not from here.
"""
