"""Which panels there are, in the order in which they stand on a page."""

from collaboration.panels import OnFirst, OnStudent, signalen, uitnodigen

ON_STUDENT: list[OnStudent] = [
    signalen.on_student,
    uitnodigen.on_student,
]
ON_FIRST: list[OnFirst] = [
    signalen.on_first,
]
