"""The operators' door: `presencia`, one module a command."""
