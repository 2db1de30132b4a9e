"""News from this room for the rooms above; they answer in the same transaction."""

from django.dispatch import Signal

# Somebody stands in the network of a student, who can say yes or no: sent with contact, by (Viewer).
netwerk_erbij = Signal()
# The student said yes or no in the own session: sent with contact, by (Viewer).
netwerk_antwoord = Signal()
