"""All writes of this room: each atomic, with its log line in the same transaction."""
