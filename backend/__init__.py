"""The engines. Each subject is one module, or a package whose `__init__` is its only face. No HTTP here."""
