"""Text back out of the model and the tree.

In: the text of a plan file. Out: text (`format_text`); nothing is written to a file here, that is for the
doors. What cannot be read is given back as it was.
"""

from checker.write.format import format_text

__all__ = ["format_text"]
