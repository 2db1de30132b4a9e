"""Hours: the projected end, the book of all hours, and how they are drawn and said."""
