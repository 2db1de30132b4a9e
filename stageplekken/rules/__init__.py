"""Who may do what, by topic, with the reason when not."""
