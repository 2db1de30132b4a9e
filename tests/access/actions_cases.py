"""The actions of a casus of a school, with the lines they may write."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "cases.eigen.add": ("casus toegevoegd",),
    "cases.eigen.change": ("casus aangepast",),
    "cases.eigen.withdraw": ("casus ingetrokken",),
}
