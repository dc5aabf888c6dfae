"""Invitations as iCalendar and e-mail."""
