"""What the basement keeps: the log with its seals, the mails that are on their way, the strokes of the clock.

`Overgang` is no table of its own: the rooms make theirs of it.
"""

from kern.models.log import LogRegel, LogZegel
from kern.models.overgang import Overgang
from kern.models.post import Bericht, GeweigerdAdres, Klokslag

__all__ = ["Bericht", "GeweigerdAdres", "Klokslag", "LogRegel", "LogZegel", "Overgang"]
