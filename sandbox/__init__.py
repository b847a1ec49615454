"""The outside world on one machine: stand-ins for WeChat, the registers, network identity and SMS.

They speak HTTP in the shapes and error codes of the real services, so the product's client code is the real one;
production points it elsewhere by settings. Nothing here is part of the product, and it refuses production mode.
"""
