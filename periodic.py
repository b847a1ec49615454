"""What the product does again and again."""

from collections.abc import Awaitable, Callable

from backend.ids import token
from backend.jobs import Job, Jobs
from backend.outbox import Outbox
from backend.store.leases import Lease, Leases
from handlers.engines import Engines


def jobs_of(engines: Engines, outbox: Outbox) -> Jobs:
    """Everything periodic: (name, seconds between turns, work)."""
    every: list[tuple[str, float, Callable[[], Awaitable[object]]]] = [
        ("audit", 5, engines.audit.tick),
        ("booking", 2, engines.booking.tick),
        ("places", 30, engines.booking.planner.tick),
        ("cases", 5, engines.cases.tick),
        ("supervision", 30, engines.supervision.tick),
        ("clocks", 5, engines.cases.recount),
        ("points", 30, engines.points.tick),
        ("rounds", 30, engines.round_places.tick),
        ("rounds_over", 30, engines.ranking_decisions.tick),
        ("round_duties", 60, engines.round_duties.tick),
        ("claims", 60, engines.cases.give_back),
        ("stand_ins", 60, engines.stand_ins.tick),
        ("rechecks", 600, engines.cases.draw_rechecks),
        ("grants", 5, engines.grants.tick),
        ("payments", 30, engines.payments.tick),
        ("deliveries", 60, engines.deliveries.tick),
        ("archives", 60, engines.archives.tick),
        ("deaths", 300, engines.people.recheck),
        ("enterprises", 300, engines.people.enterprises.recheck),
        ("numbers", 60, engines.certificates.void_unused),
        ("uploads", 600, engines.materials.sweep),
    ]

    def under_lease(work: Callable[[], Awaitable[object]]) -> Callable[[Lease], Awaitable[object]]:
        return lambda lease: work()

    async def deliver(lease: Lease) -> object:
        return await outbox.deliver(lease.fence)

    jobs = [Job("outbox", 0.3, deliver), *(Job(name, seconds, under_lease(work)) for name, seconds, work in every)]
    return Jobs(Leases(engines.store, token(64)), jobs)
