"""The actions of inviting, with the lines they put into the log."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "begeleiders.uitnodigen.invite": ("uitgenodigd",),
    "begeleiders.uitnodigen.send_again": ("nieuwe link gestuurd",),
    "begeleiders.uitnodigen.send_elsewhere": ("adres verbeterd",),
    "begeleiders.uitnodigen.confirm": ("uitnodiging bevestigd",),
    "begeleiders.uitnodigen.withdraw": ("uitnodiging ingetrokken",),
    "begeleiders.uitnodigen.came_in": ("uitnodiging aangenomen",),
    "begeleiders.sessies.end_all": ("overal uitgelogd",),
    "begeleiders.kaarten.geef_kaart": ("kaart gemaakt",),
    "begeleiders.kaarten.withdraw": ("kaart ingetrokken",),
    "begeleiders.kaarten.show_code": ("inlogcode getoond",),
    "kaart.give_card": ("kaart gemaakt", "account gegeven"),
    "kaart.stop_card": ("kaart ingetrokken",),
    "kaart.show_code": ("inlogcode getoond",),
    "team.add_member": ("teamlid toegevoegd", "uitgenodigd"),
    "team.give_account": ("account gegeven", "uitgenodigd"),
    "team.mend_address": ("adres van teamlid verbeterd", "adres verbeterd"),
    "team.withdraw_invitation": ("uitnodiging ingetrokken", "teamlid gestopt", "account teruggenomen"),
    "team.send_again": ("nieuwe link gestuurd",),
    "team.confirm": ("uitnodiging bevestigd",),
}
