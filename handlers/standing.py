"""A counter serves whoever stands there: everything that waits for them, by the document they show."""

from backend.cases import row_view
from backend.delivery import delivery_view
from backend.payments import bill_view
from backend.people import person_view
from handlers.access import endpoint, staff
from handlers.base import BaseHandler
from models.acts import Role
from models.others import StandingBody
from models.standing import StandingView

_COUNTER = staff(Role.RECEPTIONIST, Role.PRE_REVIEWER, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE, Role.VILLAGE_OFFICER)


class StandingHandler(BaseHandler):
    """What they owe, what is to be handed to them, and their grants; the look is logged."""

    @endpoint(access=_COUNTER, body=StandingBody, reply={200: StandingView}, summary="窗口服务：按证件查要缴的费、待领的结果和授权")
    async def post(self, body: StandingBody) -> StandingView:
        found = await self.engines.standing.look(self.act, body)
        citizen, grants = found.who.citizen, self.engines.grants
        return StandingView(
            person=person_view(citizen, self.act.at),
            known=found.who.is_known,
            lost_on=found.who.lost_on,
            expired=citizen.document_expired(self.act.at.date()),
            proven_until=citizen.proven_until(),
            attested=found.attested,
            bills=[bill_view(self.act, each) for each in found.bills],
            deliveries=[delivery_view(self.act, each) for each in found.deliveries],
            making=[row_view(each, self.act.at, for_staff=True) for each in found.making],
            grants=[grants.view_at_counter(each, self.act, citizen.id) for each in found.grants],
        )


ROUTES = [(r"/api/v1/staff/standing", StandingHandler)]
