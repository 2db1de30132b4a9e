"""All writes of coming in: invitations."""
