"""The form of a case and its materials, as whoever fills it in is shown them."""

from datetime import date

from backend.catalogue import open_to
from models.acts import is_enterprise
from models.case_forms import AskedMaterialView, CaseFormView
from models.cases import Case
from models.catalogue import ItemVersion, Material


def form_view(case: Case, version: ItemVersion, on: date) -> CaseFormView:
    """What is asked. `version`: the one the case is under, or a draft would be handed in under."""
    materials = [_material(each, version) for each in version.materials]
    fields = open_to(version.form, enterprise=is_enterprise(case.person))
    return CaseFormView(item_version=version.id, applicant=case.person_name, fields=fields, materials=materials, on=on)


def _material(material: Material, version: ItemVersion) -> AskedMaterialView:
    check = version.photo_check
    width, height = (check.width, check.height) if check is not None and check.material == material.key else (0, 0)
    return AskedMaterialView(
        key=material.key,
        name=material.name,
        accepts=[kind.value for kind in material.accepts],
        max_files=material.max_files,
        max_mb=material.max_mb,
        standard=material.standard,
        upload=material.uploadable,
        licence=material.licence is not None,
        width=width,
        height=height,
    )
