"""The files of Word and Excel as packages: zip archives of XML parts, opened within bounds and written back.

What the parts say is not known here. `archive` alone knows zip; `docx_package` has parts as trees, which may be
changed, `xlsx_package` streams them.
"""
