"""Documents of a plan → the first plan file: what they say in their own words, and marked, what was guessed.

In: readings of texts and tables (`prose/reading`). Out: a `Drafted` (values), then the text of a plan file. Each
element has a file: head, chapters, goals, indicators, slogans, measures, bases; `ties` proposes what serves and
measures what; `drafting` puts the documents together, `written` writes. Nothing here looks at the characters of a
document; what a table of the reading hands on are words, and these are looked into. Better nothing than a wrong fact:
what is doubtful is left out or bears 待核, and what was not found is told.
"""
