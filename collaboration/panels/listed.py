"""Which panels there are, in the order in which they stand on a page."""

from collaboration.panels import (
    OnFirst,
    OnStudent,
    doelen,
    handleiding,
    samen,
    signalen,
    stages,
    stilte,
    talks,
    uitnodigen,
    uren,
    zorg,
)

ON_STUDENT: list[OnStudent] = [
    doelen.on_student,
    zorg.regie_on_student,
    zorg.aanvraag_on_student,
    zorg.stage_on_student,
    stages.ended_on_student,
    signalen.on_student,
    uren.on_student,
    talks.on_student,
    stages.on_student,
    uitnodigen.on_student,
    handleiding.on_student,
    samen.on_student,
]
ON_FIRST: list[OnFirst] = [
    doelen.on_first,
    handleiding.on_first,
    zorg.on_first,
    stages.on_first,
    uren.on_first,
    talks.on_first,
    signalen.on_first,
    stilte.on_first,
    samen.on_first,
]
