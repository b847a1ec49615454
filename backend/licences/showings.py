"""A licence shown by its holder (亮证): a code on the screen for minutes, or a copy marked for one use; and the check by whoever sees it.

Only the living person shows their own; an agent's grant does not reach that far. The licence is looked up again for every showing,
so that none is shown that holds no more, and nothing that stands on it is kept: a copy is made of what the register says then.
"""

from datetime import date, datetime, time, timedelta

from pydantic import JsonValue

from backend.audit import Audit, event_of
from backend.clock import SHANGHAI
from backend.errors import FieldError, Invalid, NotFound, ProofNeeded, WrongState
from backend.idempotency import once
from backend.ids import new_id, short_token
from backend.licences.engine import Licences
from backend.licences.lookup import Found, Lookup, advice
from backend.people.masking import mask_name, mask_number
from backend.printing import Renderer
from backend.registers import RegisterUnavailable
from backend.spoken import full_day, moment
from backend.store import Store
from models.acts import Act, CitizenActor
from models.licence_showings import MOST_DAYS, CheckResult, CopyBody, LicenceCheckView, ShowBody, Showing, ShowingKind, ShowingView
from models.licences import LicenceOnRecord

SCREEN_MINUTES = 5
_TOKEN = 16  # base-62 characters: 95 bits
_ENDED = "这个码已经过期"
_UNKNOWN = "查不到这个码"
_ENDED_DETAIL = "出示证照的码几分钟就失效，副本只在写明的日期前有效。请让持有人在自己的手机上重新出示。"
_UNKNOWN_DETAIL = "请让持有人在自己的手机上当面重新出示。截图、翻拍的码不能用；如果对方不肯重新出示，可拨打12345反映。"
_LABELS = {
    CheckResult.SHOWN: {ShowingKind.SCREEN: "有效", ShowingKind.COPY: "副本是真的，证照有效"},
    CheckResult.OVER: dict.fromkeys(ShowingKind, "证照已经失效"),
    CheckResult.UNCHECKED: dict.fromkeys(ShowingKind, "现在查不到是否有效"),
}
_DETAILS = {
    CheckResult.SHOWN: {
        ShowingKind.SCREEN: "证照是真的，现在有效。请核对下面的姓名和对方是不是同一个人。",
        ShowingKind.COPY: "这份副本是持有人自己做的，证照刚刚查过，现在有效。只能用于下面写的用途，改作他用无效。",
    },
    CheckResult.OVER: dict.fromkeys(
        ShowingKind, "出示时证照是有效的，现在登记已经变了，不能再凭它办事。请让持有人出示新的证照，或者说明情况。"
    ),
    CheckResult.UNCHECKED: dict.fromkeys(ShowingKind, "出示时证照是有效的，现在是不是还有效，证照库暂时没有回应。请过几分钟再扫一次。"),
}


class Showings:
    """The engine."""

    def __init__(self, store: Store, licences: Licences, lookup: Lookup, audit: Audit, renderer: Renderer, base_url: str) -> None:
        self.store = store
        self._licences = licences
        self._lookup = lookup
        self._audit = audit
        self._renderer = renderer
        self._base_url = base_url

    @once("licence_showings", Showing)
    async def show(self, act: Act, body: ShowBody) -> Showing:
        """A code for the screen, for five minutes. Raises `ProofNeeded`, `NotFound`, `WrongState` where the licence does not hold,
        `RegisterUnavailable`."""
        found = await self._held(act, body.identifier, "当面出示")
        return await self._keep(act, found, ShowingKind.SCREEN, act.at + timedelta(minutes=SCREEN_MINUTES))

    @once("licence_showings", Showing)
    async def copy(self, act: Act, body: CopyBody) -> Showing:
        """A copy for one use until a day. Raises `Invalid` where the day is none for a copy, else as `show`."""
        today = act.at.astimezone(SHANGHAI).date()
        if not today <= body.last_day <= today + timedelta(days=MOST_DAYS):
            raise Invalid(errors=[FieldError("/last_day", f"请选今天到{full_day(today + timedelta(days=MOST_DAYS))}之间的一天。")])
        found = await self._held(act, body.identifier, f"做带水印的副本，用于{body.purpose}")
        end = datetime.combine(body.last_day + timedelta(days=1), time(), SHANGHAI)
        return await self._keep(act, found, ShowingKind.COPY, end, body.purpose)

    async def file(self, act: Act, showing_id: str) -> tuple[Showing, bytes]:
        """The copy as PDF, for its holder. Raises `NotFound` where it is not theirs, or over; else as `show`."""
        document = await self.store.licence_showings.find_one({"_id": showing_id, "person": act.actor.id, "kind": ShowingKind.COPY.value})
        showing = Showing.of(document) if document else None
        if showing is None or not showing.is_open(act.at):
            raise NotFound("没有找到这份副本，或已经过了写明的日期。请重新做一份。")
        found = await self._held(act, showing.identifier, f"打开带水印的副本，用于{showing.purpose}")
        return showing, await self._renderer.pdf("licence_copy", self._sheet(act, showing, found), act.at)

    async def check(self, act: Act, token: str, *, demo: bool) -> LicenceCheckView:
        """What anybody is told of a code; told, it stands in the holder's access log before it is answered."""
        document = await self.store.licence_showings.find_one({"token": token})
        showing = Showing.of(document) if document else None
        if showing is None or not showing.is_open(act.at):
            label, detail = (_UNKNOWN, _UNKNOWN_DETAIL) if showing is None else (_ENDED, _ENDED_DETAIL)
            result = CheckResult.UNKNOWN if showing is None else CheckResult.ENDED
            return LicenceCheckView(result=result, label=label, detail=detail, checked_at=act.at, demo=demo)
        subject, purpose = f"licences/{showing.id}", f"核对您{showing.kind.label}的「{showing.licence}」"
        await self._audit.read(act, "licence.checked", person=showing.person, subject=subject, purpose=purpose, own=True)
        result = await self._standing(act, showing)
        return LicenceCheckView(
            result=result,
            label=_LABELS[result][showing.kind],
            detail=_DETAILS[result][showing.kind],
            how=showing.kind.label,
            **showing.model_dump(include={"licence", "holder_name", "number", "issuer", "made_at", "until"}),
            issued_on=date.fromisoformat(showing.issued_on),
            valid_until=date.fromisoformat(showing.valid_until) if showing.valid_until else None,
            purpose=showing.purpose or None,
            made_text=moment(showing.made_at),
            until_text=self._last(showing),
            checked_at=act.at,
            demo=demo,
        )

    async def _standing(self, act: Act, showing: Showing) -> CheckResult:
        """How the licence stands now: what was shown may have been cancelled since."""
        holder = await self._licences.key_for(showing.person)
        try:
            kind = self._lookup.kind_of(showing.identifier)
            found = await self._lookup.numbered(kind, showing.identifier, holder, f"核对{showing.kind.label}的「{showing.licence}」")
        except NotFound:
            return CheckResult.OVER  # nobody holds it any more
        except RegisterUnavailable:
            return CheckResult.UNCHECKED
        return CheckResult.OVER if advice(kind, found.licence, act.at.date()) else CheckResult.SHOWN

    def view(self, showing: Showing, act: Act) -> ShowingView:
        """For the holder; their own name in full."""
        copy = showing.kind is ShowingKind.COPY
        return ShowingView(
            **showing.model_dump(include={"id", "licence", "made_at", "until", "purpose"}),
            holder_name=act.actor.name,
            url=self._url(showing),
            seconds=max(0, int((showing.until - act.at).total_seconds())),
            file_url=f"/api/v1/licences/copies/{showing.id}/file" if copy else None,
        )

    async def _held(self, act: Act, identifier: str, what: str) -> Found:
        """The licence, looked up for its holder; the look is noted first."""
        if not isinstance(act.actor, CitizenActor) or act.actor.level < 2:
            raise ProofNeeded("出示电子证照，要先确认是您本人。请用国家网络身份认证。")
        kind = self._lookup.kind_of(identifier)
        subject, purpose = "licences/own", f"{what}「{kind.name}」"
        await self._audit.read(act, "licence.read", person=act.actor.id, subject=subject, purpose=purpose, own=True)
        found = await self._lookup.numbered(kind, identifier, await self._licences.own_key(act), what)
        if wrong := advice(kind, found.licence, act.at.date()):
            raise WrongState(wrong)
        return found

    async def _keep(self, act: Act, found: Found, kind: ShowingKind, until: datetime, purpose: str = "") -> Showing:
        licence = found.licence
        made = Showing(
            _id=new_id("showing"),
            token=short_token(_TOKEN),
            kind=kind,
            person=act.actor.id,
            identifier=licence.identifier,
            licence=licence.name,
            holder_name="、".join(map(mask_name, licence.holders)),
            number=mask_number(licence.number),
            issuer=licence.issuer,
            issued_on=licence.issued_on.isoformat(),
            valid_until=licence.valid_until.isoformat() if licence.valid_until else None,
            purpose=purpose,
            made_at=act.at,
            until=until,
        )
        await self.store.licence_showings.insert(made, event_of(act, f"licence.shown_{kind.value}", detail={"kind": found.kind.id}))
        return made

    def _last(self, showing: Showing) -> str:
        """Until when it holds, as people say it: a minute of today, or the last day of a copy."""
        return moment(showing.until) if showing.kind is ShowingKind.SCREEN else full_day(_last_day(showing))

    def _url(self, showing: Showing) -> str:
        return f"{self._base_url}/verify/licences/{showing.token}"

    def _sheet(self, act: Act, showing: Showing, found: Found) -> dict[str, JsonValue]:
        """What catalogue/templates/licence_copy.typ reads."""
        licence, day = found.licence, _last_day(showing)
        return {
            **licence_lines(found.licence),
            "watermark": [f"仅用于{showing.purpose}", f"有效至{full_day(day)}，他用无效"],
            "notes": [
                ["用途", showing.purpose],
                ["有效到", f"{full_day(day)}（过期请持有人重新做）"],
                ["谁做的", f"持有人{act.actor.name}本人，{full_day(showing.made_at.astimezone(SHANGHAI).date())}"],
            ],
            "footer": f"{licence.name}副本 · 由持有人在「一次」小程序制作",
            "case_number": "",
            "qr_text": self._url(showing),
        }


def _last_day(showing: Showing) -> date:
    return showing.until.astimezone(SHANGHAI).date() - timedelta(days=1)


def licence_lines(licence: LicenceOnRecord) -> dict[str, JsonValue]:
    """What every copy shows of a licence itself."""
    return {
        "name": licence.name,
        "number": licence.number,
        "identifier": licence.identifier,
        "issuer": licence.issuer,
        "issued_on": licence.issued_on.isoformat(),
        "valid_until": licence.valid_until.isoformat() if licence.valid_until else None,
        "holders": "、".join(licence.holders),
        "rows": [[line.label, line.value] for line in licence.lines],
    }
