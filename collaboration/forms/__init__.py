"""What people fill in about a gesprek, an afspraak and a contactpoging."""

from collaboration.forms.afspraak import AfrondForm, AfspraakForm, tomorrow_week
from collaboration.forms.choices import wie_choices
from collaboration.forms.kort import KortForm
from collaboration.forms.plan import AanpasForm, PlanForm
from collaboration.forms.poging import PogingForm
from collaboration.forms.vastleggen import LaagForm, RedenForm, VastleggenForm

__all__ = [
    "AanpasForm",
    "AfrondForm",
    "AfspraakForm",
    "KortForm",
    "LaagForm",
    "PlanForm",
    "PogingForm",
    "RedenForm",
    "VastleggenForm",
    "tomorrow_week",
    "wie_choices",
]
