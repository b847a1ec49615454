"""What was handed in when, by whom, and where staff wrote it down: for the applicant and for whoever works on it."""

from models.case_views import SubmissionView
from models.cases import Case, FileUse
from models.material_views import FileView


def submission_views(case: Case) -> list[SubmissionView]:
    """One handing-in after another, the first one first."""
    return [
        SubmissionView(
            **each.model_dump(exclude={"by", "scribed"}),
            by=each.by.name,
            place=each.scribed.place if each.scribed else "",
            signed=file_views(each.scribed.signed) if each.scribed else [],
        )
        for each in case.submissions
    ]


def file_views(uses: list[FileUse]) -> list[FileView]:
    """Files, one after another."""
    return [FileView(**use.model_dump()) for use in uses]


def written_down(case: Case) -> list[str]:
    """Who wrote the case down for its applicant and where, as papers say it."""
    said = (f"{each.scribed.place}工作人员{each.by.name}" for each in case.submissions if each.scribed)
    return list(dict.fromkeys(said))
