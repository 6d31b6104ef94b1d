"""The cast of `bedside.conftest`, for the tests outside the package too."""

from bedside.conftest import account, alice, bob, charlie, clinic, network, nora

__all__ = ["account", "alice", "bob", "charlie", "clinic", "network", "nora"]
