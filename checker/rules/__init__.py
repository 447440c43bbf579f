"""The rule language: rules are data, read, checked before they run, and compiled to joins over indexes.

In: rule files, the words that they may use (`schema`), and what they run on as `tables`.
Out: `Rule`s that can run, and the faults of the others at their places (`compile`); an `Outcome` (`run`): findings,
notices of what was not checked, and what each rule cost.

On the way: `read` parses (`grammar/rule.lark`), `resolve` looks every word up in the `Schema` and gives every
expression a type, `evaluate` and `search` carry out what is left, `tell` makes findings of rows.
Words: a rule has *cases* (凡 …); a *row* of a case fills its variables, each with the number of a row of a table;
what a rule *demands* (应有 …) is asked of each row; *certain* and *possible* part company where something is not
known. Nothing here knows what a kind, an attribute or a relation is; `checker.checks` does.
"""
