"""Use cases, one file a capability, and the ports they need."""
