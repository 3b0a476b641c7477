"""Signing in by an OpenID Connect provider: authorization code with PKCE. Needs the extra `arobase[oidc]`.

The provider tells who somebody is; which accounts there are, and their roles, stays the desk's affair: the claim `email` (verified)
is the name of the account.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from audit.desk.accounts import Refused

ALGORITHMS = ["RS256", "PS256", "ES256", "Ed25519"]
LEEWAY = 60
"""Seconds that the provider's clock and ours may differ by."""
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Provider:
    """Where people sign in, and as whom the desk is known there."""

    issuer: str
    client: str
    secret: str


class OpenID:
    """The sign-ins of one desk; `back` is where it waits for them. The provider is asked for its addresses at the first one."""

    def __init__(self, provider: Provider, back: str) -> None:
        self._provider = provider
        self._back = back
        self._metadata: dict[str, Any] = {}

    @property
    def name(self) -> str:
        """The provider's host, for the button."""
        return urlsplit(self._provider.issuer).hostname or self._provider.issuer

    def begin(self) -> tuple[str, str]:
        """(where the browser goes, what it keeps until it is back). Raises Refused."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(_PARTS))
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {"response_type": "code", "client_id": self._provider.client, "redirect_uri": self._back, "scope": "openid email"}
        asked |= {"state": state, "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256"}
        where = self._known("authorization_endpoint")
        return f"{where}{'&' if '?' in where else '?'}{urlencode(asked)}", f"{state}.{nonce}.{verifier}"

    def finish(self, query: Mapping[str, str], kept: str) -> str:
        """The name of the account that the provider vouches for. Raises Refused."""
        state, nonce, verifier = kept.split(".") if kept.count(".") == _PARTS - 1 else ("", "", "")
        if not state or not hmac.compare_digest(state, query.get("state", "").encode("ascii", "replace").decode()):
            raise Refused("Cette entrée n’a pas été commencée ici, ou il y a trop longtemps : recommencez.")
        if not query.get("code"):
            raise Refused("Le fournisseur d’identité n’a pas confirmé l’entrée.")
        form = {"grant_type": "authorization_code", "code": query["code"], "redirect_uri": self._back, "code_verifier": verifier}
        answer = self._asked("POST", self._known("token_endpoint"), form)
        keys = self._asked("GET", self._known("jwks_uri"))
        try:
            claims = jwt.decode(str(answer.get("id_token", "")), KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims  # type: ignore[arg-type]
            rules = jwt.JWTClaimsRegistry(
                leeway=LEEWAY,
                iss={"essential": True, "value": self._provider.issuer},
                aud={"essential": True, "value": self._provider.client},
                nonce={"essential": True, "value": nonce},
                exp={"essential": True},
            )
            rules.validate(claims)
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise Refused("La réponse du fournisseur d’identité n’est pas valable.") from error
        email = claims.get("email")
        if (
            not isinstance(email, str)
            or claims.get("email_verified") is not True
            or claims.get("azp", self._provider.client) != self._provider.client
        ):
            raise Refused("Le fournisseur d’identité ne se porte pas garant d’une adresse électronique.")
        return email

    def _known(self, name: str) -> str:
        """An address of the provider's."""
        if not self._metadata:
            told = self._asked("GET", f"{self._provider.issuer.rstrip('/')}/.well-known/openid-configuration")
            if told.get("issuer") != self._provider.issuer:
                raise Refused("Le fournisseur d’identité n’est pas celui qui est attendu.")
            self._metadata = told
        address = self._metadata.get(name)
        if not isinstance(address, str) or not address.startswith(("https://", self._provider.issuer)):
            raise Refused("Le fournisseur d’identité ne dit pas comment lui parler.")
        return address

    def _asked(self, method: str, url: str, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        basic = (quote(self._provider.client, safe=""), quote(self._provider.secret, safe=""))
        try:
            with httpx.Client(timeout=10, trust_env=False) as client:
                answer = client.request(method, url, data=form, auth=basic if form else None)
            told = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as error:
            raise Refused("Le fournisseur d’identité ne répond pas.") from error
        return told if isinstance(told, dict) else {}
