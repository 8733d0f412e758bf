Subject: Elija una contraseña nueva para Presencia
Short: Elija una contraseña nueva.

Alguien, esperamos que usted, pidió una contraseña nueva.

{{ button("Elegir una contraseña nueva", page_url) }}

El botón funciona una sola vez, durante una hora. Después se cerrarán sus demás sesiones.

Si no fue usted, no haga nada: su contraseña sigue siendo la misma. Si vuelve a ocurrir, avise a {{ organization }}{% if call %}: {{ call }}{% endif %}.

{% include "why.es" %}
