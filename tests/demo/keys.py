"""Ids of the demo world."""

import uuid

# Ids follow from the names in the files, so that an address of the demo stays the same when it is built anew.
NAMESPACE = uuid.UUID("6a9f3f5e-5d0c-4a57-9a55-0d8b3f1c2e10")


def key(*parts: object) -> uuid.UUID:
    """The id of a thing of the demo world."""
    return uuid.uuid5(NAMESPACE, "/".join(map(str, parts)))
