"""The terminal face: the same use cases as the window, for people and for programs."""
