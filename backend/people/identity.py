"""Level 1: an account is bound to a person the population register knows.

The phone need not be in that person's name and several relatives may share one, so a match of name and number alone
must not hand over what somebody else has begun. A person nobody has used here before is bound at once; one who is
known is moved to a new account only by the phone on file or by a proof of the living person, and the old
account is told. Such a proof is for this one purpose: given over the network it must answer a verification that this very
account began for that very document; what the person proved to their old account says nothing for the new one.
"""

from datetime import datetime, timedelta
from typing import Any

from backend.audit import event_of
from backend.errors import Conflict, FieldError, Invalid, ProofNeeded, Unavailable, WrongState
from backend.network_identity import StartedVerification
from backend.people.attempts import Allowance, Attempts
from backend.people.citizens import Citizens, identity_of
from backend.people.masking import mask_name
from backend.people.names import normalise_name
from backend.people.network import NetworkIdentity, require_same_person
from backend.people.population import PersonRecord
from backend.people.sessions import Sessions, digest_of, new_account
from backend.people.sms_codes import SmsCodes
from backend.store import DuplicateKeyError, Session, Store
from models.acts import Act
from models.base import NoticeOrder
from models.people import Binding, Citizen, CitizenState, ClaimedDocument, Identity, IdentityBody, Proof, ProofMethod
from models.registers import PersonKey

_GUESSES = Allowance("identity", 10, timedelta(days=1))  # matches tried by one account: no oracle for name and number
_MOVED = "您的身份刚刚在别处更新，请刷新后再试。"
_TRIED_ENOUGH = "今天核验身份的次数太多，请明天再试，或带证件到任一窗口办理。"
_CLAIM = "把您的身份绑定到一个新的微信账号"  # what the person reads in their app; never the claimant's own words
_HOW_TO_CLAIM = (
    "为防止他人冒用，请点「国家网络身份认证」，在那里确认是您本人，再回到这里提交一次；"
    "或带证件到任一窗口、村居服务站当面核验，当天就能绑定新账号。"
)


class Identities:
    """Binds accounts to people."""

    def __init__(
        self, store: Store, citizens: Citizens, sessions: Sessions, codes: SmsCodes, network: NetworkIdentity, attempts: Attempts
    ) -> None:
        self._store = store
        self._citizens = citizens
        self._sessions = sessions
        self._codes = codes
        self._network = network
        self._attempts = attempts

    async def bind(self, act: Act, body: IdentityBody) -> Citizen:
        """Binds the actor's account to the person of the document. Returns the citizen the account stands for from now on.

        Raises `Invalid` (code, number, name), `Conflict` (the account is somebody else's, or the person has died),
        `ProofNeeded` (the person is known under another phone), `TooMany`, `Unavailable`.
        """
        account = await self._citizens.get(act.actor.id)
        await self._attempts.take(_GUESSES, account.id, _TRIED_ENOUGH)
        await self._codes.check(account.id, body.phone, body.sms_code)
        number, answer = await self._match(act, body)
        identity = identity_of(act, body.document_type, number, normalise_name(body.name), answer)
        _refuse_other_person(account, identity)
        known = await self._citizens.find(body.document_type, number)
        if known is not None and known.id != account.id:
            await self._admit(act, account, known, body, identity)
            bound = await self._move(act, account, known, identity, body.phone)
        else:
            bound = await self._settle(act, account, identity, answer, body.phone)
        await self._codes.drop(account.id, body.phone)
        return bound

    async def claim(self, act: Act, person: ClaimedDocument) -> StartedVerification:
        """Asks the person of the document to confirm in their own app that the actor's account is theirs.

        The token then goes into `bind`, of this account alone; a later claim replaces it. Limited as `bind` is, and no more
        of an oracle. Raises `WrongState` for an account that has an identity, `Invalid`, `Conflict`, `TooMany`, `Unavailable`.
        """
        account = await self._citizens.get(act.actor.id)
        if account.identity is not None:
            raise WrongState("这个微信账号已经实名，不用再认领身份。要确认是本人，请填写用途后发起认证。")
        await self._attempts.take(_GUESSES, account.id, _TRIED_ENOUGH)
        number, _ = await self._match(act, person)
        key = PersonKey(document_type=person.document_type, id_number=number, name=normalise_name(person.name))
        started = await self._network.start(key, _CLAIM)
        event = event_of(act, "person.claim_started", detail={"document_type": person.document_type.value})
        where = {"_id": account.id, "identity": None}
        if await self._store.citizens.change(where, {"$set": {"claim": digest_of(started.token)}}, event) is None:
            raise Conflict(_MOVED)
        return started

    async def _match(self, act: Act, person: ClaimedDocument | IdentityBody) -> tuple[str, PersonRecord]:
        try:
            return await self._citizens.match(act, person.document_type, person.id_number, person.name, "实名核验")
        except Unavailable:
            await self._attempts.give_back(_GUESSES, act.actor.id)  # no answer, so nothing to guess by
            raise

    async def _settle(self, act: Act, account: Citizen, identity: Identity, answer: PersonRecord, phone: str) -> Citizen:
        """The first use of a person here, or the same person with another phone."""
        changes = {**_facts(act, identity, phone), "address": answer.address or account.address, "claim": None}
        event = event_of(act, "person.identified", detail={"document_type": identity.document_type.value})

        async def write(transaction: Session) -> dict[str, Any] | None:
            where = {"_id": account.id, "version": account.version}
            changed = await self._store.citizens.change(where, {"$set": changes}, event, session=transaction)
            if changed is not None:
                await self._sessions.update_citizen(account.id, {"name": identity.name, "matched": True}, transaction)
            return changed

        try:
            changed = await self._store.transact(write)
        except DuplicateKeyError:
            raise Conflict(_MOVED) from None
        if changed is None:
            raise Conflict(_MOVED)
        return Citizen.of(changed)

    async def _admit(self, act: Act, account: Citizen, known: Citizen, body: IdentityBody, identity: Identity) -> None:
        if known.state is not CitizenState.ACTIVE:
            raise Conflict("这个身份目前不能绑定，请带证件到任一窗口核实。")
        if known.phone == body.phone or _seen_in_person(known, act.at):
            return
        if body.proof is None:
            why = "这个身份以前用过别的手机号。" if known.phone else "工作人员登记过这个身份，没有留手机号。"
            raise ProofNeeded(why + _HOW_TO_CLAIM, next="/api/v1/me/identity/verifications")
        if account.claim != digest_of(body.proof.token):
            detail = "这次国家网络身份认证不是从这个微信账号发起的，请重新点「国家网络身份认证」，确认后再提交。"
            raise Invalid(detail, errors=[FieldError("/proof/token", detail)])
        require_same_person(await self._network.verify(body.proof.token), identity)

    async def _move(self, act: Act, account: Citizen, known: Citizen, identity: Identity, phone: str) -> Citizen:
        """`known` lives on under the account's openid: cases, grants and history stay where they are."""
        openid = account.openid or ""
        moved_out = new_account(known.openid, act.at, known.phone if known.phone != phone else None) if known.openid else None
        bindings = [each.model_copy(update={"until": each.until or act.at}) for each in known.bindings]
        bindings.append(Binding(openid=openid, since=act.at))
        proofs = _face_to_face(known)  # those over the network were given to the old account
        changes = {
            **_facts(act, identity, phone),
            "openid": openid,
            "bindings": [each.model_dump() for each in bindings],
            "proofs": [{**proof.model_dump(), "method": proof.method.value} for proof in proofs],
        }
        merged = {"openid": None, "claim": None, "state": CitizenState.MERGED.value, "merged_into": known.id, "bindings": []}
        moved_event = event_of(act, "person.rebound", detail={"document_type": identity.document_type.value})
        merged_event = event_of(act, "person.merged", detail={"into": known.id})
        # The old phone may have been given to somebody else meanwhile: the alert names nobody.
        alert = NoticeOrder(to=moved_out.id, template="identity_moved") if moved_out else None
        alert_event = event_of(act, "person.moved_out", notices=[alert]) if alert else None
        profile = {
            "person": known.id,
            "name": identity.name,
            "matched": True,
            "proven_until": known.model_copy(update={"proofs": proofs}).proven_until(),
        }

        async def write(transaction: Session) -> dict[str, Any]:
            citizens = self._store.citizens
            gone = await citizens.change(
                {"_id": account.id, "version": account.version}, {"$set": merged}, merged_event, session=transaction
            )
            changed = await citizens.change(
                {"_id": known.id, "version": known.version}, {"$set": changes}, moved_event, session=transaction
            )
            if gone is None or changed is None:
                raise Conflict(_MOVED)
            await self._sessions.end_citizen(known.id, transaction)
            await self._sessions.update_citizen(account.id, profile, transaction)
            if moved_out is not None:
                await citizens.insert(moved_out, alert_event, session=transaction)
            return changed

        return Citizen.of(await self._store.transact(write))


def _refuse_other_person(account: Citizen, identity: Identity) -> None:
    bound = account.identity
    if bound is None or (bound.document_type, bound.number) == (identity.document_type, identity.number):
        return
    raise Conflict(
        f"这个微信账号已经绑定了{mask_name(bound.name)}。替家人办事请用「授权代办」，不用换绑；如果是绑错了，请带证件到任一窗口更正。"
    )


def _face_to_face(citizen: Citizen) -> list[Proof]:
    """What counts whichever account asks: a member of staff saw the person."""
    return [proof for proof in citizen.proofs if proof.method in (ProofMethod.COUNTER, ProofMethod.VILLAGE_OFFICER)]


def _seen_in_person(citizen: Citizen, now: datetime) -> bool:
    return any(now < proof.until for proof in _face_to_face(citizen))


def _facts(act: Act, identity: Identity, phone: str) -> dict[str, Any]:
    stored = identity.model_dump()
    stored["document_type"] = identity.document_type.value
    return {"name": identity.name, "identity": stored, "phone": phone, "checked_at": act.at}
