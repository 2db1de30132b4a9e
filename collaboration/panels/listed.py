"""Which panels there are, in the order in which they stand on a page."""

from collaboration.panels import OnFirst, OnStudent

ON_STUDENT: list[OnStudent] = []
ON_FIRST: list[OnFirst] = []
