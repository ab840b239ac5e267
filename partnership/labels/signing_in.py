"""The words for signing in, and for whoever is not let in."""

SIGN_IN = "Sign in"
SIGN_OUT = "Sign out"
SIGN_IN_AGAIN = "Sign in again"
SIGNED_IN_AS = "Signed in as {who}"
SOMEBODY = "somebody without a name"

# By the reasons in access.py.
TITLES = {
    "not signed in": "Please sign in",
    "expired": "Your sign-in has run out",
    "unconfirmed": "Your e-mail address is not confirmed",
    "unknown": "You have no access",
    "closed": "Nobody can be let in at the moment",
    "open address": "This address is open to others",
}
HINTS = {
    "not signed in": "",
    "expired": "It holds for a limited time. Sign in again to go on.",
    "unconfirmed": "Whoever signs you in does not say that this address is yours. {ask}",
    "unknown": "{ask}",
    "closed": "What to mend stands in the log of the server. {ask}",
    "open address": (
        "Other machines can reach it and nobody signs in, so nothing but the invented sample is "
        "shown here. Start it on this machine alone (server.address = 127.0.0.1), or set up "
        "signing in: docs/deployment.md says how."
    ),
}
ASK = "If you should have access, please ask {contact}."
ASK_SOMEBODY = "whoever runs this dashboard"

NOTHING_FOR_YOU = "There are no figures for you yet"

# What the log says; no person's name and no address.
LOG_OPEN_ADDRESS = (
    "Figures of your own are not shown: this server can be reached by other machines "
    "(server.address or server.allowedHosts) and nobody signs in. Use server.address = 127.0.0.1 "
    "and the names of this machine, or set up signing in (docs/deployment.md)."
)
LOG_NO_SIGN_IN = (
    "Nobody is let in: there is an access file, or PARTNERSHIP_ACCESS is set, but "
    ".streamlit/secrets.toml has no [auth]. Set up signing in (docs/deployment.md), or remove the "
    "access file to use the dashboard alone on this machine."
)
LOG_HEADERS = (
    "Nobody is let in: server.trustedUserHeaders is set, and whoever can send a header could be "
    "anyone. Remove it; people sign in by OpenID Connect (docs/deployment.md)."
)
LOG_SECRET = (
    "Nobody is let in: cookie_secret in .streamlit/secrets.toml is shorter than 32 characters, and "
    "who guesses it could be anyone. docs/deployment.md shows how to make one."
)
LOG_SIGNED_OUT = (
    "The list of who signed out (signed_out in the data folder) can't be used: {problem}. Let the "
    "user of the service read and write it."
)
LOG_ACCESS = "Nobody is let in. {problem}"

REFERENCE = "Please tell whoever looks after the data: reference {reference}."
