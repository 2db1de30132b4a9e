"""Sentences that pages show, by topic."""
