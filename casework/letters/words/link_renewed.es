Subject: Su enlace cambió
Short: Su enlace es otro. El anterior ya no funciona.

El enlace que {{ organization }} le envió pudo llegar a otras manos y ya no funciona. Nada más ha cambiado: su respuesta sigue en pie.

{{ button("Abrir su página", page_url) }}

Borre la carta anterior y no reenvíe esta{% if call %}. Preguntas: {{ call }}{% endif %}.

{% include "why.es" %}
