"""The words of the console: closed lists, from the one place each is kept in."""

from backend.grants import POWER_LABELS
from backend.points import ranked_on
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import GUARDED_ROLES, Role
from models.cases import InspectionOutcome, Original, ReasonClass, RecusalGround, StepOutcome
from models.catalogue.codes import PauseGround
from models.common_views import WordView
from models.documents import DocumentType
from models.word_views import RankedItemView, StaffWordsView

_COMPARED = (InspectionOutcome.TRUE, InspectionOutcome.NOT_KEPT, InspectionOutcome.FALSE)  # what an inspector may find


class StaffWordsHandler(BaseHandler):
    """All lists at once: small, the same for everybody, asked for once a day."""

    @endpoint(access=staff(setting_up=True), reply={200: StaffWordsView}, summary="工作台用到的名称和选项")
    async def get(self) -> StaffWordsView:
        vocabulary = self.engines.catalogue.vocabulary
        return StaffWordsView(
            today=self.act.at.date(),
            roles=[WordView(code=each.value, label=each.label) for each in Role],
            guarded_roles=sorted(GUARDED_ROLES),
            departments=[WordView(code=each.id, label=each.name) for each in vocabulary.departments.values()],
            districts={code: region for code in vocabulary.departments if (region := vocabulary.region_of(code)) is not None},
            one_windows=[each.id for each in vocabulary.departments.values() if each.one_window],
            document_types=[WordView(code=each.value, label=each.label) for each in DocumentType],
            halls=[WordView(code=code, label=each.name) for code, each in vocabulary.halls.items()],
            towns=[WordView(code=code, label=each.name) for code, each in vocabulary.towns.items()],
            reason_classes=[WordView.of(each) for each in ReasonClass if each is not ReasonClass.UNAGREED],
            originals=[WordView.of(each) for each in Original],
            pause_grounds=[WordView.of(each) for each in PauseGround if each.is_by_hand],
            recusal_grounds=[WordView.of(each) for each in RecusalGround],
            inspection_outcomes=[WordView.of(each) for each in _COMPARED],
            step_outcomes=[WordView.of(each) for each in StepOutcome],
            powers=[WordView(code=each.value, label=label) for each, label in POWER_LABELS.items()],
            points_item=self.engines.points.scheme.scheme.item,
            ranked_items=[
                RankedItemView(
                    code=each.item,
                    label=each.name,
                    department=each.department,
                    wishes=[WordView(code=code, label=label) for code, label in each.wishes.items()],
                )
                for each in ranked_on(self.engines.catalogue, self.act.at.date())
            ],
        )


ROUTES = [(r"/api/v1/staff/words", StaffWordsHandler)]
