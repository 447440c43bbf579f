"""A new round of documents carried into the plan that was made of the round before.

In: the plans that the old and the new documents would be drafted into (`draft`), and the plan as it is now. Out: what
the documents changed, as numbered changes of the plan file that a person takes or leaves, and what both sides changed,
as conflicts that nobody chooses. Nothing here reads a document by itself: `facts` has what an item says, `pairs` which
item is which, `compare` and `structure` hold the three sides against each other, `items` has what is new and what is
gone, `quotes` renews quotes, `edits` writes. What only a person wrote is never touched.
"""
