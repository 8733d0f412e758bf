Subject: Hoy: {{ total }} {{ "asunto le espera" if total == 1 else "asuntos le esperan" }}
Short: Hoy: {{ total }} {{ "asunto le espera" if total == 1 else "asuntos le esperan" }}.

Lo que esta mañana espera a alguien:

{{ fact("Audiencias de esta semana sin abogado", without_counsel) }}
{{ fact("Cambios sin confirmar", not_confirmed) }}
{{ fact("Fechas sin verificar", not_verified) }}
{{ fact("Casos sin nadie a cargo", nobody_assigned) }}
{{ fact("Cartas que no llegaron", letters_failed) }}

{{ button("Abrir su página", page_url) }}

{% include "why.es" %}
