"""Every single fact of a plan altered in turn: which alterations are found, of those that can be decided at all."""
