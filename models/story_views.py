"""The story of a case, as staff read it."""

from datetime import datetime

from models.base import View


class CaseGrantView(View):
    """By what somebody acts for the applicant: 委托, 监护 and the like, for what, until when, and how it stands now."""

    basis: str
    powers: list[str]
    until: datetime
    state: str


class StoryRow(View):
    """One act. `who`: with what they are to the case, and in whose place; `about`: which papers, step or document, empty where nothing more is to be said."""

    at: datetime
    who: str
    did: str
    about: str


class StoryView(View):
    """What happened to a case since it was handed in, the newest first."""

    items: list[StoryRow]
