"""Settings of allauth, which logs people in: what never differs from one site to another."""

ACCOUNT_ADAPTER = "begeleiders.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the school, which knows the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# A school shares one address: the limits that stop guessing are those for each account, in begeleiders/limits.py.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "begeleiders.second_factor.MFAAdapter"
MFA_TOTP_ISSUER = "Kansrijk"
MFA_TOTP_TOLERANCE = 1  # the clock of a phone may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the school knows the address
MFA_REAUTHENTICATION_REQUIRED = False  # it is switched on right after logging in, and never off
