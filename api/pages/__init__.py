"""Pages rendered by the server, for people without an account. They work without JavaScript."""
