"""Shapes: what crosses a border (HTTP bodies and answers), what is stored, what is read from YAML. No I/O here."""
