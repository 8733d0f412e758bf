"""Object types of the API, one module a family of nouns. A field reads; it decides nothing about the domain."""
