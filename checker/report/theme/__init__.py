"""The MkDocs theme called plancheck: one template, one style sheet, one script; nothing from outside."""
