"""Who may do what, with the reason in words when not (docs/access.md)."""
