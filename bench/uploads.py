"""not there yet"""


async def measure(product, store):
    return []
