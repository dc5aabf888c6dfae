"""The rules of the house: frozen values and pure functions over the standard library alone."""
