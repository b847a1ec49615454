"""Files beside a yes: those of the applicant it is about, and those a counterpart uploads with it."""

from backend.cases.contents import file_faults, uses_of_files
from backend.cases.core import Core
from backend.cases.others import materials_of
from backend.errors import FieldError, Invalid, NotFound
from models.acts import Act
from models.cases import Case, FileUse, Obligation, Reply
from models.catalogue import AskedFile, AskedOfOthers, Confirmation, Signature
from models.others import Uploads

_NOT_ASKED = "这里没有要交这份文件，请刷新后按页面上列出的上传。"
_NO_SUCH = "没有找到这个文件，它可能没有交过。"
_NOT_SHOWN = "没有找到这份材料，申请人可能刚刚换过，请回到上一页刷新。"
_AT_COUNTER = "同意时要由对方上传{names}，窗口不能代传。请对方用自己的账号在手机或电脑上办；窗口可以登记不同意。"


class Enclosing(Core):
    """Files of answers."""

    async def _enclosed(self, act: Act, asked: Confirmation, given: Uploads) -> dict[str, list[FileUse]]:
        """The uploads of an answer. Raises `Invalid` with everything that is missing, not asked for, of another kind, too large, or
        somebody else's."""
        faults = _not_as_asked(asked, given)
        uses: dict[str, list[FileUse]] = {}
        for each in asked.files:
            pointer = f"/files/{each.key}"
            try:
                uses[each.key] = uses_of_files(await self.materials.usable(act, given.get(each.key, []), pointer))
            except Invalid as error:
                faults += error.errors
            else:
                faults += file_faults(each, uses[each.key], pointer)
        if faults:
            raise Invalid(errors=faults)
        return {key: found for key, found in uses.items() if found}


def enclosed(case: Case, obligation: Obligation, key: str, number: int) -> FileUse:
    """The `number`-th file (from 0) of what was uploaded under a key. Raises `NotFound`."""
    files = case.replies.get(obligation.id, Reply()).files.get(key, [])
    if not 0 <= number < len(files):
        raise NotFound(_NO_SUCH)
    return files[number]


def papers_shown(case: Case, asked: AskedOfOthers | None) -> dict[str, list[FileUse]]:
    """The applicant's papers somebody looks at before they answer, by material: those the item names, as they were handed in."""
    if not isinstance(asked, Confirmation | Signature):
        return {}
    prints = case.snapshots[-1].materials if case.snapshots else {each.key: each.fingerprint for each in case.materials}
    named = [each for each in materials_of(asked, case.materials) if each.key in asked.materials]
    return {each.key: [use for use in each.files if f"{use.material}:{use.version}" in prints.get(each.key, [])] for each in named}


def paper_shown(case: Case, asked: AskedOfOthers | None, key: str, number: int) -> FileUse:
    """The `number`-th file (from 0) of such a paper. Raises `NotFound`."""
    files = papers_shown(case, asked).get(key, [])
    if not 0 <= number < len(files):
        raise NotFound(_NOT_SHOWN)
    return files[number]


def require_no_files(asked: AskedOfOthers) -> None:
    """Raises `Invalid` where a yes needs an upload, which nobody makes for somebody else at a counter."""
    if isinstance(asked, Confirmation) and asked.needs_files:
        names = "、".join(f"「{each.name}」" for each in asked.files if each.required)
        raise Invalid(errors=[FieldError("/agree", _AT_COUNTER.format(names=names))])


def _not_as_asked(asked: Confirmation, given: Uploads) -> list[FieldError]:
    known = {each.key for each in asked.files}
    unknown = [FieldError(f"/files/{key}", _NOT_ASKED) for key in sorted(given.keys() - known)]
    return unknown + [FieldError(f"/files/{each.key}", _wanted(each)) for each in asked.files if each.required and not given.get(each.key)]


def _wanted(asked: AskedFile) -> str:
    return f"请上传「{asked.name}」。"
