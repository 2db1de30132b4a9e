"""Fetching through the person who looks, by topic."""
