"""Materials as they are answered."""

from datetime import datetime

from models.materials import Material, MaterialVersionView, MaterialView


def material_view(material: Material, now: datetime) -> MaterialView:
    """A material for its owner or their agent."""
    latest = material.latest
    return MaterialView(
        id=material.id,
        name=latest.name,
        person_name=material.person_name,
        content_type=latest.content_type,
        size=latest.size,
        pages=latest.pages,
        items=material.items,
        versions=[
            MaterialVersionView(
                number=each.number,
                name=each.name,
                content_type=each.content_type,
                size=each.size,
                pages=each.pages,
                sha256=each.sha256,
                uploaded_at=each.uploaded_at,
                uploaded_by=each.uploader_name,
                passed_at=each.passed_at,
            )
            for each in material.versions
        ],
        expires_at=material.expires_at,
        reusable=latest.passed_at is not None and now < material.expires_at,
        version=material.version,
    )
