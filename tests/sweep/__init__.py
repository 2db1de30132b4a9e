"""A unique word in every text field of the demo world: who can find it, and who should."""
