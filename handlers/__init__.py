"""The HTTP edge: who may call what, bodies in, answers out. No rules here; each verb calls one engine."""
