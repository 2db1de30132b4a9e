"""Answers to the news of the rooms below, in the transaction in which it comes."""
