"""The commands, one file a capability; each registers its own part of the command line."""
