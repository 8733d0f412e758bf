"""The back door: time comes in here. Due work is claimed, prepared against today's truth, carried and settled."""
