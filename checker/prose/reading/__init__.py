"""What a document says, read once, as tables of rows with their places.

In: a `Document`. Out: a `Reading`: its frame, its passages, sections and clauses, its statements and the ties between
them. Nothing here knows a plan, a rule or a severity; every rule about a text is a rule over these tables.
Words: a *passage* is a paragraph in one normal form; a *section* a stretch that shares a time; a *statement* one
figure with all that says what it is a figure of; an *edge* a tie between two statements.
"""

from checker.prose.reading.read import Reading, read

__all__ = ["Reading", "read"]
