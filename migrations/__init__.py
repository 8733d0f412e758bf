"""How the tables got here. `env` runs them, `versions/` holds them, dated by number."""
