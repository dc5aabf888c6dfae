"""The register: engine, schema, mapping, unit of work, backup and migrations."""
