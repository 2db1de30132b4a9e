"""What is filled in, by topic."""
