"""Colours, palette, style sheet, fonts and icons; light and dark."""
