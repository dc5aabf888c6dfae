"""The packets room: an archive's bytes, the office's keys; only here is cryptography imported."""
