"""A browser in which somebody answers what is asked of them: requests and answers of `/api/v1/web`."""

from datetime import date, datetime
from typing import Annotated

from pydantic import StringConstraints

from models.base import Body, View


class WebCodeView(View):
    """Eight digits to be typed into the browser, once, within `expires_in` seconds."""

    code: str
    expires_in: int


class WebSessionBody(Body):
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]


class WebSessionView(View):
    """Whose session it is; `person` tells the page whether the same one came back. `level`: below 2 the phone has to prove anew that it is
    them. `ends_at`: however busy they are. `today`: by which answers are checked."""

    person: str
    name: str
    level: int
    idle_seconds: int
    ends_at: datetime
    today: date
