"""What a grant may say: items, powers, dates, and who may stand on either side."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol

from backend.clock import SHANGHAI
from backend.errors import Conflict, FieldError, Forbidden, Invalid, NotFound, ProofNeeded
from backend.people import PersonRecord
from models.acts import Power
from models.catalogue import ItemKind, ItemVersion, ProxyBasis, ProxyPolicy
from models.grants import GrantTerms, Moment
from models.people import ADULT, Citizen, CitizenState

LONGEST = timedelta(days=366)  # of a delegation; an item may allow less (facts 1.13: a default of our own)
POWER_LABELS = {
    Power.SUBMIT: "申请",
    Power.MEND: "补正",
    Power.SEE: "查看",
    Power.COLLECT: "领取",
    Power.WITHDRAW: "撤回",
}


class ItemSource(Protocol):
    """What grants ask of the catalogue. Raises `NotFound` where there is no such item on that day."""

    def version(self, code: str, on: date) -> ItemVersion: ...


class Terms:
    """Checks terms against the catalogue."""

    def __init__(self, items: ItemSource) -> None:
        self._items = items

    def name_of(self, code: str, on: date) -> str:
        """The item's name as people read it; its code where it is no longer offered."""
        try:
            return self._items.version(code, on).name
        except NotFound:
            return code

    def is_instant(self, code: str, on: date) -> bool:
        """Whether a machine decides it; not where it is no longer offered."""
        try:
            return self._items.version(code, on).kind is ItemKind.INSTANT
        except NotFound:
            return False

    def names_of(self, codes: Sequence[str], on: date) -> str:
        """Names of items in one line; no codes mean all that allow it."""
        return "、".join(self.name_of(code, on) for code in codes) or "所有可以代办的事项"

    def require(self, basis: ProxyBasis, item: str, power: Power, on: date) -> None:
        """Raises `Forbidden` where the item does not let an agent of that basis do this."""
        version = self._items.version(item, on)
        policy = version.proxy
        if not policy.allowed:
            raise Forbidden(f"「{version.name}」不能由别人代办：{policy.reason}")
        if basis not in policy.bases:
            raise Forbidden(f"「{version.name}」不接受以{basis.label}方式代办，请看办事指南里的代办要求。")
        if power not in policy.powers:
            raise Forbidden(f"「{version.name}」不能代为{POWER_LABELS[power]}，请本人办理。")

    def check_items(self, basis: ProxyBasis, codes: Sequence[str], on: date) -> list[str]:
        """The items, each once and each open to an agent of that basis. Raises `Invalid` with a pointer to each that is not."""
        faults: list[FieldError] = []
        for place, code in enumerate(codes):
            try:
                version = self._items.version(code, on)
            except NotFound as error:
                faults.append(FieldError(f"/items/{place}", error.detail))
                continue
            if not version.proxy.allowed:
                faults.append(FieldError(f"/items/{place}", f"「{version.name}」不能由别人代办：{version.proxy.reason}"))
            elif basis not in version.proxy.bases:
                faults.append(FieldError(f"/items/{place}", f"「{version.name}」不接受以{basis.label}方式代办。"))
        if not codes and basis is not ProxyBasis.GUARDIANSHIP:
            faults.append(FieldError("/items", "请选择要委托代办的事项。"))
        if faults:
            raise Invalid(faults[0].detail, errors=faults)
        return list(dict.fromkeys(codes))

    def check_powers(self, asked: Sequence[Power] | None, codes: Sequence[str], on: date) -> list[Power]:
        """The powers: what was asked for, or all that any of the items allows; each act is held to its own item (`require`), so that one
        with nothing to mend takes the power to mend from no other. Raises `Invalid`."""
        allowed = {power for power in Power if not codes or any(power in self._policy(code, on).powers for code in codes)}
        if asked is None:
            return [power for power in Power if power in allowed]
        for power in asked:
            if power not in allowed:
                detail = f"所选事项都不能代为{POWER_LABELS[power]}，请去掉这项权限。"
                raise Invalid(detail, errors=[FieldError("/powers", detail)])
        if not asked:
            raise Invalid(errors=[FieldError("/powers", "请至少选择一项权限。")])
        return list(dict.fromkeys(asked))

    def check_dates(self, terms: GrantTerms, codes: Sequence[str], now: datetime) -> tuple[datetime, datetime]:
        """When it begins and ends. Raises `Invalid` where it ends too late, too early, or not at all."""
        starts = max(_begin(terms.starts), now) if terms.starts is not None else now
        if terms.until is None:
            raise Invalid(errors=[FieldError("/until", "请填写授权到哪一天为止。")])
        until = self.end_of(terms.until, starts)
        longest = min((timedelta(days=self._policy(code, now.date()).max_days + 1) for code in codes), default=LONGEST)
        if until - starts > min(longest, LONGEST):
            days = min(longest, LONGEST).days - 1
            raise Invalid(errors=[FieldError("/until", f"这些事项的授权最长 {days} 天，请选早一些的日期；到期可以再授权。")])
        return starts, until

    def end_of(self, moment: Moment, starts: datetime) -> datetime:
        """The end that was asked for; a day counts whole. Raises `Invalid` where it does not come after `starts`."""
        until = _end(moment)
        if until <= starts:
            raise Invalid(errors=[FieldError("/until", "授权的结束时间要晚于现在和开始时间。")])
        return until

    def _policy(self, code: str, on: date) -> ProxyPolicy:
        return self._items.version(code, on).proxy


def require_agent(agent: Citizen, on: date) -> None:
    """Raises why a person may not act for others: unknown, dead, a minor, or with a document that has run out."""
    if agent.identity is None:
        raise ProofNeeded("请先填写姓名和证件号码完成实名，再替别人办事。")
    if agent.state is not CitizenState.ACTIVE:
        raise Conflict("代办人的账号已停用，不能代办。")
    age = agent.age(on)
    if age is None or age < ADULT:
        raise Forbidden("未满 18 周岁不能替别人办事，请由成年的家人代办。")
    if agent.document_expired(on):
        raise Forbidden("代办人的身份证件已过有效期，不能代办。请先换领新证件，再重新实名。")


def require_principal(principal: Citizen, record: PersonRecord, on: date) -> None:
    """Raises why a person cannot delegate: dead, or without the capacity to."""
    if principal.state is not CitizenState.ACTIVE:
        raise Conflict("委托人的账号已停用，不能授权。")
    age = principal.age(on)
    if age is None or age < ADULT:
        raise Forbidden("未满 18 周岁不能自己委托，请由监护人以监护人身份代办。")
    if record.incapable:
        raise Forbidden("人口库登记委托人没有民事行为能力，不能自己委托，请由监护人以监护人身份代办。")


def require_two_people(principal: str | None, agent: str | None) -> None:
    """Raises `Conflict` for a grant to oneself."""
    if principal is not None and principal == agent:
        raise Conflict("不能授权给自己。本人的事直接办理就可以。")


def end_of_minority(born: date) -> datetime:
    """The midnight with which the eighteenth birthday begins."""
    try:
        birthday = born.replace(year=born.year + ADULT)
    except ValueError:  # born on 29 February
        birthday = date(born.year + ADULT, 3, 1)
    return datetime.combine(birthday, time(), SHANGHAI)


def _begin(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(SHANGHAI)
    return datetime.combine(moment, time(), SHANGHAI)


def _end(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(SHANGHAI)
    return datetime.combine(moment + timedelta(days=1), time(), SHANGHAI)
