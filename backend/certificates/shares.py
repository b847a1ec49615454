"""Links through which a certificate can be looked at for a time. No look without its note: both are one write."""

from datetime import timedelta
from typing import Any, Protocol

from backend.audit import event_of
from backend.certificates.engine import Certificates
from backend.errors import NotFound, StaleVersion, WrongState
from backend.idempotency import once
from backend.ids import new_id, short_token
from backend.people import mask_name
from backend.store import Store
from models.acts import Act, CitizenActor, StaffActor
from models.certificates import Certificate
from models.shares import ChecksView, Look, LookView, Share, ShareBody, SharesView, ShareView, VerifiedView

_TOKEN = 16  # base-62 characters: 95 bits, half of what a QR scene takes
_KEPT = 50  # looks of a link that are kept singly; all are counted
_LISTED = 20
_MOST_OPEN = 10  # links of one certificate at once
_PAGE = "packages/certificates/shared/shared"
_GONE = "这个分享已经结束，或链接不完整。需要的话请让对方重新分享。"
_NOBODY = "没有登录的人"
_HOW = {"code": "扫码或输入验真码", "file": "上传原文件", "altered_file": "上传了改动过的文件"}


class Codes(Protocol):
    """What draws QR codes of the mini-program."""

    async def mini_program_code(self, scene: str, page: str) -> bytes:
        """A picture whose code opens `page` with `scene`."""
        ...


class Shares:
    """Only the holder makes, sees and ends links; an agent's grant does not reach that far."""

    def __init__(self, store: Store, certificates: Certificates, codes: Codes) -> None:
        self.store = store
        self._certificates = certificates
        self._codes = codes

    @once("shares", Share)
    async def make(self, act: Act, certificate_id: str, body: ShareBody) -> Share:
        """A new link. Raises `NotFound`, `WrongState` where too many are open, or the certificate holds no more."""
        certificate = await self._own(act, certificate_id)
        if certificate.state_on(act.at.date()).value != "valid":
            raise WrongState(f"这份证明{certificate.state_on(act.at.date()).label}，不能再分享。")
        open_now = {"certificate": certificate.id, "ended_at": None, "until": {"$gt": act.at}}
        if await self.store.shares.count(open_now) >= _MOST_OPEN:
            raise WrongState(f"一份证明同时最多分享 {_MOST_OPEN} 次，请先结束不用的。")
        share = Share(
            _id=new_id("share"),
            token=short_token(_TOKEN),
            certificate=certificate.id,
            person=act.person,
            purpose=body.purpose,
            made_at=act.at,
            until=act.at + timedelta(hours=body.hours),
        )
        await self.store.shares.insert(
            share, event_of(act, "certificate.shared", detail={"certificate": certificate.id, "until": share.until})
        )
        return share

    @once("shares", Share)
    async def end(self, act: Act, certificate_id: str, share_id: str) -> Share:
        """From now on nobody looks through it. Raises `NotFound`; ended already is ended."""
        share = await self._share(act, certificate_id, share_id)
        if share.ended_at is not None:
            return share
        where = {"_id": share.id, "ended_at": None}
        ended = await self.store.shares.change(where, {"$set": {"ended_at": act.at}}, event_of(act, "certificate.share_ended"))
        if ended is None:
            raise StaleVersion()
        return Share.of(ended)

    async def of(self, act: Act, certificate_id: str) -> SharesView:
        """The links of an own certificate, with who looked."""
        certificate = await self._own(act, certificate_id)
        rows = await self.store.shares.find({"certificate": certificate.id}, sort=[("_id", -1)], limit=_LISTED)
        return SharesView(items=[share_view(Share.of(row), act) for row in rows])

    async def picture(self, act: Act, certificate_id: str, share_id: str) -> bytes:
        """The link as a QR code of the mini-program. Raises `NotFound`, `WrongState` where it has ended, `Unavailable`."""
        share = await self._share(act, certificate_id, share_id)
        if not share.is_open(act.at):
            raise WrongState("这次分享已经结束，请重新分享。")
        return await self._codes.mini_program_code(share.token, _PAGE)

    async def look(self, act: Act, token: str) -> tuple[Share, Certificate]:
        """What is shared under a token; noted for the holder. Raises `NotFound` once it has ended."""
        share = await self._noted(act, token, file=False)
        return share, await self._certificates.issued(share.certificate)

    async def file(self, act: Act, token: str) -> tuple[Certificate, bytes]:
        """The shared file; noted for the holder. Raises `NotFound` once it has ended."""
        share = await self._noted(act, token, file=True)
        return await self._certificates.content(share.certificate)

    async def checks(self, act: Act, certificate_id: str) -> ChecksView:
        """Who checked an own certificate by code or file, the newest first."""
        certificate = await self._own(act, certificate_id)
        rows = await self.store.verifications.find({"certificate": certificate.id}, sort=[("at", -1)], limit=_KEPT)
        return ChecksView(items=[VerifiedView(at=row["at"], how=_HOW[row["by"]], who=_who(row.get("who"))) for row in rows])

    async def _noted(self, act: Act, token: str, *, file: bool) -> Share:
        known = isinstance(act.actor, (CitizenActor, StaffActor))
        look = Look(at=act.at, name=mask_name(act.actor.name) if known else "", file=file)
        update = {"$inc": {"count": 1}, "$push": {"looks": {"$each": [look.model_dump()], "$slice": -_KEPT}}}
        document = await self.store.shares.change({"token": token, "ended_at": None, "until": {"$gt": act.at}}, update)
        if document is None:
            raise NotFound(_GONE)
        return Share.of(document)

    async def _own(self, act: Act, certificate_id: str) -> Certificate:
        certificate = await self._certificates.get(act, certificate_id)
        if certificate.person != act.actor.id:
            raise NotFound()
        return certificate

    async def _share(self, act: Act, certificate_id: str, share_id: str) -> Share:
        await self._own(act, certificate_id)
        document = await self.store.shares.find_one({"_id": share_id, "certificate": certificate_id})
        if document is None:
            raise NotFound("没有找到这次分享，请刷新列表。")
        return Share.of(document)


def share_view(share: Share, act: Act) -> ShareView:
    """A link as its holder sees it."""
    looks = [LookView(at=look.at, who=look.name or _NOBODY, file=look.file) for look in reversed(share.looks)]
    shared = share.model_dump(include={"id", "purpose", "made_at", "until", "count"})
    return ShareView(**shared, scene=share.token, open=share.is_open(act.at), looks=looks)


def _who(who: dict[str, Any] | None) -> str:
    return mask_name(who["name"]) if who and who.get("name") else _NOBODY
