"""Screens about people: signing in and out, the accounts, and the help."""

from starlette.responses import RedirectResponse, Response

from audit.desk.accounts import SESSION, Refused, Role
from audit.desk.call import Call, Missing, cookie_name, to

WAIT = 600
"""Seconds that one may take at the provider's."""


def sign_in_form(call: Call) -> Response:
    if call.visitor:
        return to("/")
    return call.page("sign_in.html", next=_inside(call.query.get("next", "")), name="", wrong="")


def sign_in(call: Call) -> Response:
    name, onward = call.field("name", 80), _inside(call.form.get("next", ""))
    try:
        token = call.desk.accounts.sign_in(name, call.form.get("password", ""), call.address)
    except Refused as refused:
        return call.page("sign_in.html", 429, next=onward, name=name, wrong=str(refused))
    if token is None:
        return call.page("sign_in.html", 401, next=onward, name=name, wrong="Ce nom et ce mot de passe ne vont pas ensemble.")
    return entered(call, token, onward)


def go_to_provider(call: Call) -> Response:
    """To the provider of identities; what is needed when the browser is back stays in a cookie."""
    if call.desk.oidc is None:
        raise Missing("Ce moyen d’entrer")
    try:
        where, kept = call.desk.oidc.begin()
    except Refused as refused:
        return _not_entered(call, str(refused))
    answer = RedirectResponse(where, 303)
    answer.set_cookie(_kept_name(call), kept, max_age=WAIT, httponly=True, samesite="lax", secure=call.desk.secure)
    return answer


def back_from_provider(call: Call) -> Response:
    if call.desk.oidc is None:
        raise Missing("Ce moyen d’entrer")
    try:
        name = call.desk.oidc.finish(call.query, call.cookies.get(_kept_name(call), ""))
        account = call.desk.accounts.named(name)
        if account is None:
            raise Refused(f"Il n’y a pas de compte au nom de {name}.")
    except Refused as refused:
        return _not_entered(call, str(refused))
    answer = entered(call, call.desk.accounts.enter(account.id), "/")
    answer.delete_cookie(_kept_name(call), httponly=True, samesite="lax", secure=call.desk.secure)
    return answer


def _not_entered(call: Call, why: str) -> Response:
    return call.page("sign_in.html", 401, next="/", name="", wrong=why)


def _kept_name(call: Call) -> str:
    return cookie_name(call.desk, "arobase-oidc")


def entered(call: Call, token: str, onward: str) -> Response:
    """On to where one wanted to go, with a new session."""
    answer = to(onward)
    # Lax, so that a link in a letter opens the desk; what changes something is asked for its origin at the door.
    answer.set_cookie(
        cookie_name(call.desk),
        token,
        max_age=int(SESSION.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=call.desk.secure,
    )
    return answer


def sign_out(call: Call) -> Response:
    if call.token:
        call.desk.accounts.leave(call.token)
    answer = to("/sign-in")
    answer.delete_cookie(cookie_name(call.desk), httponly=True, samesite="lax", secure=call.desk.secure)
    return answer


def help_page(call: Call) -> Response:
    return call.page("help.html")


def accounts(call: Call, wrong: str = "", status: int = 200) -> Response:
    return call.page("accounts.html", status, accounts=call.desk.accounts.all(), wrong=wrong)


def add_account(call: Call) -> Response:
    try:
        elsewhere = call.desk.oidc is not None
        call.desk.accounts.add(call.field("name", 200), call.form.get("password", ""), _role(call), elsewhere=elsewhere)
    except Refused as refused:
        return accounts(call, str(refused), 400)
    return to("/accounts")


def change_account(call: Call) -> Response:
    """`do`: role, close, open, or password."""
    number, do = call.path["account"], call.form.get("do", "")
    if not number.isdecimal() or len(number) > 9:
        raise Missing("Ce compte")
    active = {"close": False, "open": True}.get(do)
    role = _role(call) if do == "role" else None
    password = call.form.get("password", "") if do == "password" else ""
    try:
        call.desk.accounts.change(int(number), role=role, active=active, password=password)
    except Refused as refused:
        return accounts(call, str(refused), 400)
    return to("/accounts")


def _role(call: Call) -> Role:
    return Role.__members__.get(call.form.get("role", "").upper(), Role.READER)


def _inside(path: str) -> str:
    """The path when it is one of the desk's own: never another site's."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if plain else "/"
