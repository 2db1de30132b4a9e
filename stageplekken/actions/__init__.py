"""All writes of this room."""
