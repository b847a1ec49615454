"""How results reach people: collected at the counter by whom they are for or an agent who may, or sent by courier and followed.

`Deliveries` is the face. Cases open a delivery (`DeliveryBook`) and hear of its end by its events (`DONE`).
"""

from backend.delivery.core import DeliveryBook
from backend.delivery.engine import DONE, Deliveries
from backend.delivery.views import delivery_view

__all__ = ["DONE", "Deliveries", "DeliveryBook", "delivery_view"]
