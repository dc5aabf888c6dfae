"""The working calendars of both countries."""
