"""The systems of the seeds, one story each, over HTTP on the whole product."""
