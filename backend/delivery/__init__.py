"""How results reach people: collected at the counter by whom they are for or an agent who may, or sent by courier and followed.

`Deliveries` is the face. Cases open a delivery (`DeliveryBook`) and hear of its end by its events (`DONE`).
"""

from backend.delivery.core import DeliveryBook, where_of
from backend.delivery.engine import DONE, MOVED, Deliveries
from backend.delivery.views import delivery_view

__all__ = ["DONE", "MOVED", "Deliveries", "DeliveryBook", "delivery_view", "where_of"]
