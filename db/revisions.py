"""The schema's revisions in order, so that opening a register needs no Alembic."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every revision this program knows; the last is the one it works on. A test compares
them with the migrations."""

HEAD = REVISIONS[-1]

APPLICATION_ID = 0x434E5255
"""``CNRU`` in the file's header (SQLite's ``application_id``) marks a register of ours."""
