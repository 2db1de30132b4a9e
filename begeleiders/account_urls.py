"""The part of allauth that this house uses, under /account/. What is not listed here does not exist.

No page to change one's e-mail address: the school knows it, and it is what a person logs in with.
"""

from allauth.account import views
from django.urls import path, re_path

from begeleiders import account_views, device_views
from begeleiders import second_factor_views as second

urlpatterns = [
    path("login/", account_views.LoginView.as_view(), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("tweede-stap/", second.IndexView.as_view(), name="mfa_index"),
    path("tweede-stap/aan/", second.ActivateView.as_view(), name="mfa_activate_totp"),
    path("tweede-stap/qr.svg", second.qr, name="mfa_qr"),
    path("tweede-stap/code/", second.SecondStepView.as_view(), name="mfa_authenticate"),
    path("tweede-stap/noodcodes/", second.RecoveryView.as_view(), name="mfa_view_recovery_codes"),
    path(
        "tweede-stap/noodcodes/nieuw/", second.NewRecoveryView.as_view(), name="mfa_generate_recovery_codes"
    ),
    path("toestellen/", device_views.toestellen, name="toestellen"),
    path("password/change/", account_views.PasswordChangeView.as_view(), name="account_change_password"),
    path("password/set/", account_views.PasswordSetView.as_view(), name="account_set_password"),
    path("password/reset/", account_views.PasswordResetView.as_view(), name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account_views.PasswordResetFromKeyView.as_view(),
        name="account_reset_password_from_key",
    ),
]
