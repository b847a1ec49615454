"""What the file of a case holds, by kind: what transfer and destruction lists say of it."""

from backend.cases import named_by, papers_of
from backend.store import Store
from models.cases import Case

UPLOADS, LICENCES, PHOTOGRAPHS, PAPERS, ISSUED = "上传材料", "电子证照", "现场照片", "文书", "出具的证明"


async def counted(store: Store, case: Case) -> dict[str, int]:
    """How many documents of each kind there are, without the kinds there are none of: everything that was handed in, then and now, by
    the applicant and by others; licences used instead; photographs staff took; notices given; and what was issued."""
    named = named_by(case)
    licences = {each for each in named if each.startswith("licence:")}
    shown = {f"{each.use.material}:{each.use.version}" for each in case.photographs}
    found = {
        UPLOADS: len(named - licences - shown),
        LICENCES: len(licences),
        PHOTOGRAPHS: len(shown),
        PAPERS: len(papers_of(case)),
        ISSUED: await store.certificates.count({"case": case.id}),
    }
    return {kind: count for kind, count in found.items() if count}


def pages_of(case: Case) -> int:
    """Pages of what was handed in last, answered and photographed, where they were counted."""
    answered = (use for reply in case.replies.values() for uses in reply.files.values() for use in uses)
    uses = [*(use for each in case.materials for use in each.files), *answered, *(each.use for each in case.photographs)]
    return sum(use.pages for use in uses)
