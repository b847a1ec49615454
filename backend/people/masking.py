"""How names, numbers and phones look where they need not be known in full: always the same way, everywhere."""

_NAME_MARKS = "·"
FETCHED_BY = "办事系统"  # in place of the holder, who let something of theirs be fetched and looked at nothing themselves


def mask_name(name: str) -> str:
    """王小芳 → 王*芳, 王芳 → 王*, 阿依古丽·买买提 → 阿***·**提, JOHN SMITH → J********H.

    Works on characters, not bytes or surrogates, so rare characters stay whole. The middle dot and
    blanks stay where they are, so that a name of several parts is recognised by its bearer.
    """
    letters = list(name)
    hidden = [index for index, letter in enumerate(letters) if letter not in _NAME_MARKS and not letter.isspace()]
    if len(hidden) <= 1:
        return name if not hidden else "*"
    kept = {hidden[0]} if len(hidden) == 2 else {hidden[0], hidden[-1]}
    return "".join("*" if index in hidden and index not in kept else letter for index, letter in enumerate(letters))


def mask_number(number: str) -> str:
    """990101194803120071 → 9901**********0071; shorter documents keep the first and last two: E12345678 → E1*****78."""
    ends = 4 if len(number) >= 12 else 2
    if len(number) <= 2 * ends:
        return "*" * len(number)
    return number[:ends] + "*" * (len(number) - 2 * ends) + number[-ends:]


def mask_phone(phone: str) -> str:
    """13800000001 → 138****0001."""
    if len(phone) < 8:
        return "*" * len(phone)
    return phone[:3] + "*" * (len(phone) - 7) + phone[-4:]
