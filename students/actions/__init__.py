"""All writes of this room: keyword-only, in one transaction with their line in the log."""
