"""News from this room for the rooms above; they answer in the same transaction."""

from django.dispatch import Signal

# Somebody stands in the network of a student, who can say yes or no: sent with contact, by (Viewer).
netwerk_erbij = Signal()
# Somebody asks to read a part of the handleiding: sent with vraag, student, by (Viewer).
handleiding_gevraagd = Signal()
# The student said yes or no in the own session: sent with contact, by (Viewer).
netwerk_antwoord = Signal()
