"""Background work: who does it, who takes up what was left lying, and what comes back by the clock.

`manage.py werk` is all of it in one process; more of them may run at once, on one machine or on several.
"""
