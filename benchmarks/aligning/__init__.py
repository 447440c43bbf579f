"""How right the proposals of `plancheck align` are, held against ties that a person made or judged.

    python -m benchmarks.aligning [--gold FILE …] [--show]

A gold is a TOML file beside its plans, written before the proposals were looked at; README.md says what stands in it.
"""
