"""The rule language: rules are data, read, checked before they run, and compiled to joins over indexes.

In: a `Pack` of rule files; linked plans with their graph as `Facts`.
Out: `Rule`s that can run, and the faults of the others at their places (`compile_pack`); an `Outcome` (`run`):
findings, notices of what was not checked, and what each rule cost.

On the way: `read` parses (`grammar/rule.lark`), `resolve` looks every word up in the `Vocabulary` and gives
every expression a type, `evaluate` and `search` carry out what is left, `tell` makes findings of rows.
Words: a rule has *cases* (凡 …); a *row* fills the variables of a case; what a rule *demands* (应有 …) is asked
of each row; *certain* and *possible* part company where something is not known; a *predicate* is a source of
records written in Python. Which rules and predicates there are, `checker.checks` knows.
"""
