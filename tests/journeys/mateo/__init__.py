"""Mateo R., invented, from his arrest to his release: a chapter a module, in the order of the story.

``arrest``, ``moves``, ``hearing``, ``bond``, ``release``. Each takes :class:`~tests.journeys.mateo.people.Mateo` as the
one before left it.
"""
