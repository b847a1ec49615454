"""Photographs staff take of what they look into: on the spot, or in a check after the decision."""

from datetime import datetime

from models.base import View
from models.cases.parts import Part, Somebody
from models.cases.submissions import FileUse


class Photograph(Part):
    """One photograph. `step`: at which step of the case, by key; "" in a check after the decision. The office's own: the applicant is
    told what was found, in words."""

    id: str
    step: str
    of: str  # what people call that step
    at: datetime
    by: Somebody
    use: FileUse


class PhotographView(View):
    """A photograph as staff who read the case's files see it; its content is a copy with a watermark."""

    id: str
    of: str
    at: datetime
    by: str
