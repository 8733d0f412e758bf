"""The back door: time. The worker carries what is due and keeps the house, and decides nothing."""
