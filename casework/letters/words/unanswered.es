Subject: Alguien no ha confirmado un cambio de fecha

Cambió una fecha de {{ organization }}, y alguien sin quien no puede hacerse no ha dicho que lo sabe. Le avisamos porque usted puede actuar ahora: la página dice quién es y qué sigue.

{{ button("Ver quién es y llamar", page_url) }}

En cuanto haya respondido, esto termina y no se avisa a nadie más.
