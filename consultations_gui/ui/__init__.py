"""The window: screens over use cases, with no rules of their own."""
