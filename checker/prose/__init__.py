"""Plan texts: what stands in them, and where.

In: decoded texts (`SourceText`), later files of Word and Excel.
Out: a `Document` of blocks, and what is said in it: figures, claims, counts, lists, slogans, names,
periods, places, each with its offsets. Nothing here knows a plan file, a rule or a severity.

Words: a *figure* is a number with its unit and bounds; a *claim* a figure with its indicator, year and nature;
a *counted list* a count (五个方面) with the list that is visibly its own; a *slogan* a counted
phrase in quotation marks; a *repeat* a passage that stands twice.
What real drafts get wrong, and what only looks wrong, stands in the data beside this file, each with its source.
"""
