"""Text back out of the model and the tree.

In: the text of a plan file, a `Plan`, the rows of a sheet. Out: text (`format_text`, `draft_table`), the bytes
of a workbook (`sheet_*`, `workbook`), or an `Update` of a plan's text (`update_*`), which changes what a sheet
changed and leaves the rest as it is. Nothing is written to a file here, that is for the doors. What cannot be
read is given back as it was.
"""

from checker.write.format import format_text

__all__ = ["format_text"]
