"""Guides as people read them: made from an item's version once, serialised ahead, told apart by their ETag.

What nobody has checked against the law (`verified: false`) is left out here: statutory limits, legal basis, prices.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from backend.catalogue.catalogue import Catalogue
from backend.catalogue.conditions import asked_when
from backend.catalogue.regional import exercised_words
from backend.catalogue.vocabulary import Vocabulary
from models.catalogue import Item, ItemVersion, Material, Need, Party, StatutoryClock, Step, StepActor
from models.catalogue.codes import Worded
from models.catalogue.lists import Exemption
from models.catalogue.views import (
    AppointmentView,
    ElsewhereView,
    GuideView,
    HallView,
    ItemSummary,
    LawView,
    LimitView,
    LineView,
    MaterialView,
    OpeningView,
    ProxyView,
    QuestionView,
    ResultView,
    StepView,
    ThemesView,
    ThemeView,
)

_POWERS = {"submit": "替您提交", "mend": "替您补材料", "see": "替您看进度", "collect": "替您领结果", "withdraw": "替您撤回"}


@dataclass(frozen=True)
class ReadyGuide:
    """A guide's JSON, ready to be sent, and the tag a client compares."""

    content: bytes
    etag: str  # with its quotes


class Guides:
    """Guides and lists of the catalogue, as of a day."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ready: dict[str, ReadyGuide] = {}

    def guide(self, code: str, on: date, region: str | None = None) -> ReadyGuide:
        """The guide of an item that holds on a day, in a district. Raises NotFound."""
        version = self._catalogue.version(code, on, region)
        entries = self._catalogue.exemptions_of(version, on)
        key = " ".join([str(self._catalogue.laid), version.id, *(each.id for each in entries)])
        if key not in self._ready:
            content = self.view(version, entries).model_dump_json().encode()
            self._ready[key] = ReadyGuide(content, f'"{sha256(content).hexdigest()[:20]}"')
        return self._ready[key]

    def view(self, version: ItemVersion, exemptions: Iterable[Exemption] = ()) -> GuideView:
        """The guide of a version, with what these entries of the exemption list spare people."""
        return guide_view(self._catalogue.item(version.item), version, self._catalogue.vocabulary, exemptions)

    def summary(self, item: Item, on: date, region: str | None = None) -> ItemSummary:
        """An item in a list. Raises NotFound where it does not hold on that day, or not in that district."""
        version = self._catalogue.version(item.code, on, region)
        return ItemSummary(
            code=item.code,
            name=item.name,
            summary=version.guide.summary,
            themes=list(item.themes),
            department=version.department,
            department_name=self._catalogue.vocabulary.department(version.department),
            kind=item.kind.value,
            kind_label=item.kind.label,
            duration=version.guide.duration,
            visits=version.visits.count,
            free=not version.fee.charges,
            bookable=version.appointment.bookable,
            staff_confirms=version.appointment.staff_confirms,
            proxy=version.proxy.allowed,
            online=version.elsewhere is None,
            for_people=version.for_people,
            channels=[each.value for each in version.channels],
        )

    def browse(
        self, on: date, theme: str | None, department: str | None, after: str, region: str | None = None
    ) -> tuple[list[ItemSummary], str | None]:
        """One page of a district's list, and the code the next one begins after."""
        found = self._catalogue.browse(on, theme, department, after, region=region)
        return [self.summary(item, on, region) for item in found.items], found.after

    def search(self, query: str, on: date, theme: str | None, department: str | None, region: str | None = None) -> list[ItemSummary]:
        """The items a query means that a district has on a day, the likeliest first."""
        found = self._catalogue.search(query)
        return [self.summary(item, on, region) for item in found if self._catalogue.listed(item, on, theme, department, region)]

    def themes(self, on: date) -> ThemesView:
        """The themes that have items on a day."""
        counts = {theme.id: len(self._catalogue.browse(on, theme.id, limit=len(self._catalogue)).items) for theme in self._catalogue.themes}
        return ThemesView(
            items=[
                ThemeView(id=theme.id, name=theme.name, help=theme.help, items=counts[theme.id])
                for theme in self._catalogue.themes
                if counts[theme.id]
            ]
        )


def _line(member: Worded) -> LineView:
    return LineView(value=member.value, label=member.label)


def guide_view(item: Item, version: ItemVersion, names: Vocabulary, exemptions: Iterable[Exemption] = ()) -> GuideView:
    """The guide of a version, published or not."""
    guide = version.guide
    departments = [LineView(value=code, label=names.department(code)) for code in (version.department, *item.joint_departments)]
    regions = [version.region or names.home, names.home, *(each.region for each in version.variants)]
    places = [LineView(value=code, label=names.region(code)) for code in regions if code]
    return GuideView(
        code=item.code,
        version=version.id,
        name=item.name,
        aliases=list(item.aliases),
        themes=[LineView(value=theme, label=names.themes[theme].name) for theme in item.themes],
        department=departments[0],
        office=item.office,
        joint_departments=departments[1:],
        task_type=LineView(value=item.task_type, label=names.codes.task_types[item.task_type]),
        kind=_line(item.kind),
        objects=[_line(each) for each in item.objects],
        catalog_code=item.catalog_code,
        effective_from=version.effective_from,
        region=places[0] if places else None,
        regions=places[1:],
        exercised=exercised_words(version, names),
        handle_area=_line(version.handle_area),
        summary=guide.summary,
        elsewhere=_elsewhere(version),
        conditions=list(guide.conditions),
        known=list(guide.known),
        records=[names.register_label(each.register_name) for each in version.instant.registers] if version.instant else [],
        how=list(guide.steps),
        duration=guide.duration,
        promised=version.clocks.promised.words(),
        statutory=_checked(version.clocks.statutory),
        limits=_limits(version),
        trips=guide.trips,
        visits=version.visits.count,
        visits_reason=version.visits.reason,
        fee=version.fee.note,
        charges=[f"{charge.name}：{charge.yuan:.2f}元" for charge in version.fee.charges if charge.verified],
        where=list(guide.where),
        when=guide.when,
        phone=guide.phone,
        complaints=guide.complaints,
        channels=[_line(channel) for channel in version.channels],
        materials=[_material(material, version, exemptions) for material in version.materials],
        steps=[_step(step, version) for step in version.steps],
        appointment=_appointment(version, names),
        proxy=_proxy(version),
        home_visit=version.home_visit,
        opens=[OpeningView(item=each.item, note=each.note) for each in version.opens],
        commitment=_commitment(version),
        public_notice=version.public_notice.note if version.public_notice else "",
        results=_results(version, names),
        faq=[QuestionView(question=each.question, answer=each.answer) for each in guide.faq],
        legal_basis=[LawView(title=law.title, article=law.article, says=law.says) for law in version.legal_basis if law.verified],
    )


def _commitment(version: ItemVersion) -> list[str]:
    """The commitment in the words of the guide; nothing where the item knows none."""
    commitment = version.commitment
    if commitment is None:
        return []
    spared = "、".join(material.name for material in version.materials if material.key in commitment.replaces)
    later = "、".join(step.name for step in version.steps if step.key in commitment.skips)
    return [
        *([f"您本人作出承诺的，不用交{spared}；不想承诺的，照常交材料。"] if spared else []),
        *([f"您本人作出承诺的，不等「{later}」，先办好，事后核查。"] if later else []),
        f"承诺内容：{commitment.text}",
        f"不实承诺的责任：{commitment.consequence}",
        f"怎样核查：{commitment.inspection}",
        commitment.publicity,
    ]


def _elsewhere(version: ItemVersion) -> ElsewhereView | None:
    place = version.elsewhere
    return ElsewhereView(text=place.text, link=place.link, phone=place.phone) if place else None


def _waived(material: Material, version: ItemVersion, exemptions: Iterable[Exemption]) -> str:
    """Who need not hand it in: as the item says, and as the exemption list does."""
    listed = [f"不用交的：{each.because}。" for each in exemptions if each.covers(version.item, material.key)]
    return "".join([material.exemption, *listed])


def _material(material: Material, version: ItemVersion, exemptions: Iterable[Exemption]) -> MaterialView:
    parties = {Party.AGENT: "别人代办时", Party.GUARDIAN: "监护人代办时", Party.EVERYONE: ""}
    when = [parties[material.party], asked_when(material.when, version.form)]
    return MaterialView(
        key=material.key,
        name=material.name,
        need=material.need.value,
        need_label=material.need.label,
        source=material.source.value,
        source_label=material.source.label,
        form_label=material.form.label,
        licence=material.licence,
        upload=material.uploadable,
        accepts=[kind.value for kind in material.accepts],
        max_files=material.max_files,
        max_mb=material.max_mb,
        asked_when="，".join(each for each in when if each),
        help=material.help,
        standard=material.standard,
        waived=_waived(material, version, exemptions),
        later=material.tolerance.note if material.tolerance and material.need is Need.DEFERRABLE else "",
        bring_original=material.bring_original,
    )


def _checked(statutory: StatutoryClock | None) -> str:
    return statutory.words() if statutory and statutory.verified else ""


def _limits(version: ItemVersion) -> list[LimitView]:
    return [
        LimitView(
            name=each.name,
            asked_when=asked_when(each.when, version.form),
            promised=each.promised.words(),
            statutory=_checked(each.statutory),
        )
        for each in version.clocks.variants
    ]


def _step(step: Step, version: ItemVersion) -> StepView:
    who = step.level.label + step.actor.label if step.actor is StepActor.STAFF else step.actor.label
    limit, when = step.limit.words() if step.limit else "", asked_when(step.when, version.form)
    return StepView(name=step.name, who=who, limit=limit, output=step.output, note=step.note, asked_when=when)


def _appointment(version: ItemVersion, names: Vocabulary) -> AppointmentView:
    policy, halls = version.appointment, names.halls
    return AppointmentView(
        booking=policy.booking.value,
        label=policy.booking.label,
        staff_confirms=policy.staff_confirms,
        minutes=policy.minutes,
        halls=[HallView(id=each.hall, name=halls[each.hall].name) for each in policy.halls],
        bring=list(policy.bring),
    )


def _proxy(version: ItemVersion) -> ProxyView:
    policy = version.proxy
    return ProxyView(
        allowed=policy.allowed,
        reason=policy.reason,
        powers=[_POWERS[power] for power in _POWERS if power in policy.powers],
        relations=list(policy.relations),
        needs=list(policy.needs),
    )


def _results(version: ItemVersion, vocabulary: Vocabulary) -> list[ResultView]:
    return [
        ResultView(
            key=result.key,
            name=result.name,
            kind_label=result.kind.label,
            delivery=[each.label for each in result.delivery],
            validity_days=result.validity_days,
            offers_no_record=result.offers_no_record,
            licence=vocabulary.licence(result.licence.kind) if result.licence else "",
            note=result.note,
        )
        for result in version.results
    ]
