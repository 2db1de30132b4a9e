"""The pages of this room, by topic."""
