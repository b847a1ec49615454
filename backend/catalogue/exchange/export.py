"""Items as rows of the exchange tables. What nobody has checked against the law (limits, legal basis, prices) stays here."""

from collections.abc import Iterable, Iterator

from backend.catalogue.exchange import tables as t
from backend.catalogue.regional import RegionalEdition, editions
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Channel, Delivery, Item, ItemVersion, Material, MaterialSource, PowerSource


def tables_of(items: Iterable[Item], names: Vocabulary) -> t.Tables:
    """All versions of `items`, table by table. Who exercises an item has a list of its own (实施清单): a district's edition goes
    by `{code}-{region}`, and one that somebody else exercises from a day on counts as a version."""
    tables: t.Tables = {name: [] for name in t.COLUMNS}
    for item in items:
        for number, (code, edition) in _numbered(item, names):
            version = edition.version
            keys = _keys(item, code, number, version, names)
            tables["basic"].append(_full("basic", keys | _basic(item, edition, names)))
            tables["extend"].append(_full("extend", keys | _extend(item, version, names)))
            for name, rows in _parts(version).items():
                tables[name] += [_full(name, keys | row | {"order_num": str(order)}) for order, row in enumerate(rows, start=1)]
    return tables


def _full(table: str, row: t.Row) -> t.Row:
    return {column: row.get(column, "") for column in t.COLUMNS[table]}


def _numbered(item: Item, names: Vocabulary) -> Iterator[tuple[int, tuple[str, RegionalEdition]]]:
    """Every edition with its code and the number of its version, the own district's first."""
    found: dict[str, list[RegionalEdition]] = {}
    for version in item.versions:
        for edition in editions(item, version, names):
            code = f"{item.code}-{edition.region}" if edition.version.region else item.code
            found.setdefault(code, []).append(edition)
    for code, listed in found.items():
        yield from enumerate(((code, edition) for edition in listed), start=1)


def _level(item: Item, version: ItemVersion) -> str:
    return version.exercised.level.code if version.exercised else item.use_level


def _keys(item: Item, local: str, number: int, version: ItemVersion, names: Vocabulary) -> t.Row:
    uscc = names.departments[version.department].uscc
    code = f"{uscc}{_level(item, version)}{item.catalog_code}" if uscc else ""
    return {"task_code": code, "local_task_code": local, "task_version": str(number)}


def _power(version: ItemVersion, names: Vocabulary) -> t.Row:
    """Where the power comes from, and who entrusted it."""
    exercised = version.exercised
    named = exercised.named if exercised and exercised.source.is_entrusted else None
    return {
        "power_source": exercised.source.value if exercised else PowerSource.OWN.value,
        "entrust_name": names.department(named) if named else "",
    }


def _basic(item: Item, edition: RegionalEdition, names: Vocabulary) -> t.Row:
    version = edition.version
    guide, department = version.guide, names.departments[version.department]
    return {
        "task_name": item.name,
        "catalog_code": item.catalog_code,
        "task_type": item.task_type,
        "use_level": _level(item, version),
        "dept_name": department.name,
        "dept_code": department.uscc,
        **_power(version, names),
        "task_state": "1",
        "plan_effective_date": edition.since.isoformat(),
        "plan_cancel_date": version.effective_until.isoformat() if version.effective_until else "",
        t.LAWS: _lines(f"《{law.title}》{law.article} {law.says}".rstrip() for law in version.legal_basis if law.verified),
        "accept_condition": _lines(guide.conditions),
        **_limits(version),
        "project_type": t.PROJECT_TYPES[item.kind],
        "server_type": ",".join(each.value for each in item.objects),
        "handle_type": ",".join(dict.fromkeys(t.HANDLE_TYPES.get(each, t.OTHER_HANDLING) for each in version.channels)),
        "limit_scene_num": str(version.visits.count),
        "limit_scene_explain": version.visits.reason,
        "special_procedure": _special(version),
        "handle_flow": _lines(guide.steps),
        "transact_addr": _lines(guide.where),
        "transact_time": guide.when,
        "link_way": guide.phone,
        "supervise_way": guide.complaints,
        "is_fee": _flag(version.fee.charges),
    }


def _limits(version: ItemVersion) -> t.Row:
    statutory, promised = version.clocks.statutory, version.clocks.promised
    known = statutory is not None and statutory.verified
    return {
        "anticipate_day": str(statutory.n) if statutory and known else "",
        "anticipate_type": t.TIME_UNITS[statutory.unit] if statutory and known else "",
        "promise_day": str(promised.n),
        "promise_type": t.TIME_UNITS[promised.unit],
        "promise_explain": _lines([version.guide.duration, *_variants(version)]),
    }


def _variants(version: ItemVersion) -> list[str]:
    """The tables have one promise: those of some answers are told in words."""
    return [f"{each.name}：{each.promised.words()}" for each in version.clocks.variants]


def _special(version: ItemVersion) -> str:
    """A.11: 1 an extension, 2 any other special procedure."""
    codes = [code for code, has in (("1", version.clocks.extension), ("2", any(step.special for step in version.steps))) if has]
    return ",".join(codes)


def _extend(item: Item, version: ItemVersion, names: Vocabulary) -> t.Row:
    channels = frozenset(version.channels)
    delivered = {each for result in version.results for each in result.delivery}
    return {
        "is_online": _flag(channels & {Channel.WEB, Channel.MINI_PROGRAM}),
        "is_schedule": _flag(version.appointment.bookable),
        "is_express": _flag(Delivery.POST in delivered),
        "is_service_terminals": _flag(Channel.KIOSK in channels),
        "is_entry_center": _flag(Channel.WINDOW in channels),
        "handle_area": t.HANDLE_AREAS[version.handle_area],
        "other_dept": ",".join(names.department(each) for each in item.joint_departments),
        "result_type": t.RESULT_TYPES[version.result.kind] if version.results else "",
        "result_name": version.result.name if version.results else "",
        "user_topic_type": ",".join(item.themes),
    }


def _parts(version: ItemVersion) -> dict[str, list[t.Row]]:
    checked = [charge for charge in version.fee.charges if charge.verified]
    return {
        "material": [_material(material) for material in version.materials],
        "fee_project": [{"fee_name": each.name, "fee_stand": f"{each.yuan:.2f}", "fee_basis": each.basis} for each in checked],
        "questions": [{"question": each.question, "answer": each.answer} for each in version.guide.faq],
    }


_SOURCES = {
    MaterialSource.SELF: (t.SELF_PREPARED, t.OTHER_TYPE),
    MaterialSource.FORM: (t.OTHER_SOURCE, t.FORM_TYPE),
    MaterialSource.LICENCE: (t.GOVERNMENT_ISSUED, t.PROOF_TYPE),
    MaterialSource.SHARED: (t.GOVERNMENT_ISSUED, t.PROOF_TYPE),
    MaterialSource.ISSUED: (t.GOVERNMENT_ISSUED, t.PROOF_TYPE),
}


def _material(material: Material) -> t.Row:
    source, kind = _SOURCES[material.source]
    return {
        "material_name": material.name,
        "is_need": t.NEEDS[material.need],
        "material_type": kind,
        "material_format": t.FORMATS[material.form],
        "source_type": source,
        "source_explain": material.issuer or material.source.label,
        "fill_explain": material.help,
        "accept_stand": material.standard,
    }


def _flag(value: object) -> str:
    return "1" if value else "0"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
