"""How well `plancheck draft` reads a plan outline, held against what a person found in it.

    python -m benchmarks.drafting [--gold FILE …] [--show]

A gold is a TOML file beside its documents, written from reading them; README.md says what stands in it. `gold` reads
it, `ways` writes the made-up outline in the ways of heading that outlines have, `measure` counts what a draft holds
of a gold and what it holds that is not there.
"""
