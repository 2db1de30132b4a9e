"""News from the stage for the rooms above; they answer in the same transaction."""

from django.dispatch import Signal

# A planned day passed, or was entered, without a word: sent with stage, dag (date), by (Viewer).
dag_niet_gemeld = Signal()
# The entry of such a day was taken back by who made it: sent with stage, dag (date), by (Viewer).
dag_teruggenomen = Signal()
# A stage is afgerond or gestopt: sent with stage, by (Viewer).
stage_geeindigd = Signal()
# A talk that had an akkoord was changed, so that all three look again: sent with talk, by (Viewer).
talk_heropend = Signal()
# A talk came further: a side is klaar, it was discussed, or it is fixed: sent with talk, by (Viewer).
talk_verder = Signal()
# A week of hours went back with a reason: sent with stage, by (Viewer).
week_teruggegeven = Signal()
# Every planned day of a week has an entry, so it waits for the akkoord: sent with stage, by (Viewer).
week_ingevuld = Signal()
# A week got its akkoord, or has it no longer: sent with stage, by (Viewer).
week_akkoord = Signal()
