"""A passkey replaces the password where its device has asked who is there, and nowhere else."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta

import pytest
import time_machine
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import STATE_SESSION_KEY
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.utils import timezone
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from samarbejde.accounts.models import User
from tests.accounts.conftest import PASSWORD

ORIGIN, KEY_ID = "https://localhost", b"a security key"
PRESENT, VERIFIED, REGISTERED = 0x01, 0x04, 0x40
RP_HASH = hashlib.sha256(b"localhost").digest()


def text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


class SecurityKey:
    """A key that signs for whoever holds it; `asks` says whether it wants a PIN first."""

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self._private = ec.generate_private_key(ec.SECP256R1())
        public = ES256.from_cryptography_key(self._private.public_key())
        known = AttestedCredentialData.create(bytes(16), KEY_ID, public)
        data = AuthenticatorData.create(RP_HASH, PRESENT | REGISTERED, 0, known)
        made = AttestationObject.create("none", data, {})
        response = {"clientDataJSON": self._said("create", "AA"), "attestationObject": text(bytes(made))}
        credential = self._answer(response)
        Authenticator.objects.create(
            user=owner, type="webauthn", data={"name": "Nøgle", "credential": credential}
        )

    def signs(self, challenge: str, *, asks: bool) -> str:
        said = self._said("get", challenge)
        data = AuthenticatorData.create(RP_HASH, PRESENT | (VERIFIED if asks else 0), 1)
        signed = bytes(data) + hashlib.sha256(urlsafe_b64decode(said + "==")).digest()
        response = {
            "clientDataJSON": said,
            "authenticatorData": text(bytes(data)),
            "signature": text(self._private.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": text(user_pk_to_url_str(self.owner).encode()),
        }
        return json.dumps(self._answer(response))

    def _answer(self, response: dict) -> dict:
        return {
            "id": text(KEY_ID),
            "rawId": text(KEY_ID),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        }

    def _said(self, kind: str, challenge: str) -> str:
        return text(
            json.dumps({"type": f"webauthn.{kind}", "challenge": challenge, "origin": ORIGIN}).encode()
        )


@pytest.fixture
def bodil(db) -> User:
    return User.objects.create_user("bodil@example.org", "Bodil Krog", PASSWORD)


def challenge(client) -> str:
    return client.session[STATE_SESSION_KEY]["challenge"]


@pytest.mark.parametrize("asks", [True, False])
def test_it_logs_in_alone_where_its_device_asks(bodil, client, asks):
    key = SecurityKey(bodil)
    client.get("/konto/totrin/noegler/log-ind/", headers={"X-Requested-With": "XMLHttpRequest"})
    client.post("/konto/totrin/noegler/log-ind/", {"credential": key.signs(challenge(client), asks=asks)})
    assert ("_auth_user_id" in client.session) is asks


def test_a_found_key_does_not_use_the_question_that_was_put_to_its_finder(anna, bodil, client, log_in):
    """Beside a password it need not ask who is there; that question is no good for logging in without."""
    SecurityKey(anna)
    found = SecurityKey(bodil)
    log_in(client, anna.email)
    client.get("/konto/totrin/log-ind/")

    answer = found.signs(challenge(client), asks=False)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):  # when nobody waits for it any more
        client.post("/konto/totrin/noegler/log-ind/", {"credential": answer})

    assert "_auth_user_id" not in client.session
