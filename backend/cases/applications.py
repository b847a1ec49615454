"""申请表: a case as it is printed to be read out and signed, and the signed one as it stays with what was handed in."""

from pathlib import Path

from pydantic import JsonValue

from backend.cases.answer_views import answer_views
from backend.cases.core import Core, somebody
from backend.clock import SHANGHAI
from backend.errors import Forbidden, NotFound, Unavailable, WrongState
from backend.people import People
from backend.permissions import may, require
from backend.spoken import full_day
from models.acts import Act, ScribeActor
from models.cases import Case, CaseMaterial, CaseState
from models.catalogue import ItemVersion

_MOST_PAGES = 30
_NOT_YOURS = "签名的申请表只有经办人能看。"
_ONLY_SCRIBES = "申请表由代录的工作人员打印。在手机上办的，不用打印。"
_HOW = {"files": "交了{n}份", "licence": "用电子证照", "exempt": "不用交", "committed": "以告知承诺代替"}


class Applications(Core):
    """Prints what a scribe wrote down, and shows what was signed."""

    people: People  # handed over in `Asking`

    async def application_form(self, act: Act, case_id: str) -> bytes:
        """The case as PDF, to be read to the applicant and signed. Raises `Forbidden` to all but a scribe, `WrongState` where nothing is
        to be handed in now, `Unavailable`."""
        case = await self.get(act, case_id)
        if not isinstance(act.actor, ScribeActor):
            raise Forbidden(_ONLY_SCRIBES)
        if case.state not in (CaseState.DRAFT, CaseState.RETURNED, CaseState.CORRECTION, CaseState.CORRECTION_AFTER_ACCEPTANCE):
            raise WrongState(f"这份申请现在是「{case.state.label}」，没有要签名的申请表。")
        if self.renderer is None:
            raise Unavailable()
        key = await self.people.key_of(case.person)
        return await self.renderer.pdf("application_form", self._form_data(act, case, key.id_number if key else ""), act.at, _MOST_PAGES)

    async def signed_copy(self, act: Act, case_id: str, submission: int, number: int) -> tuple[str, Path]:
        """A watermarked copy of the `number`-th photograph (from 0) of the application signed for a handing-in, as `material_copy`."""
        case = await self._load(case_id)
        require("case.see", act, case)
        if not may("case.read_files", act, case):
            raise Forbidden(_NOT_YOURS)
        by_hand = next((each.scribed for each in case.submissions if each.number == submission), None)
        if by_hand is None or not 0 <= number < len(by_hand.signed):
            raise NotFound()
        use = by_hand.signed[number]
        version, path = await self.materials.marked_copy(act, use.material, use.version, case.item_name)
        return version.content_type, path

    def _form_data(self, act: Act, case: Case, number: str) -> dict[str, JsonValue]:
        assert isinstance(act.actor, ScribeActor)
        version, names, staff = self._edition(act, case), self.catalogue.vocabulary, act.actor.staff
        answers: list[JsonValue] = [[each.label, each.shown] for each in answer_views(version, case.form, case.sources, {}, clear=True)]
        materials: list[JsonValue] = [[each.name, how] for each in case.materials if (how := _how(each))]
        return {
            "item": version.name,
            "edition": f"{case.id[-6:]}-{case.version}",
            "department": self.book.handler(case).name,
            "applicant": case.person_name,
            "document": number,
            "written_by": somebody(act).name,
            "place": names.town(staff.town) if staff.town else names.department(staff.department or ""),
            "day": full_day(act.at.astimezone(SHANGHAI).date()),
            "answers": answers,
            "materials": materials,
            "demo": self.demo,
        }

    def _edition(self, act: Act, case: Case) -> ItemVersion:
        if case.state is CaseState.DRAFT:
            return self.catalogue.version(case.item, act.at.date(), case.region)
        return self.version_of(case)


def _how(material: CaseMaterial) -> str:
    """How a material is handed in, in words; nothing where it is not."""
    if material.files:
        return _HOW["files"].format(n=len(material.files))
    return next((_HOW[way] for way in ("licence", "exempt", "committed") if getattr(material, way)), "")
