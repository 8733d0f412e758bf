"""The verbs: what people do, each owning its whole consequence, and the few deep modules every verb leans on."""
