{% if invited %}
{{ fact("A quien se invita", invited ~ ", por medio de " ~ through) }}
{% endif %}
{{ fact("Qué", title) }}
{{ fact("Cuándo", when ~ ", según el reloj de la corte" if hearing and hour_known else when) }}
{{ fact("Corte", court) }}
{% if remote %}
{{ fact("Cómo", "Por Webex" if webex else "Por teléfono") }}
{{ fact("Enlace", join_url) }}
{% if not join_url %}
{{ fact("Enlace", "todavía no se sabe: llámenos el día anterior") }}
{% endif %}
{% else %}
{{ fact("Dónde", place) }}
{{ fact("Sala", room) }}
{% if somewhere and not place and not court %}
{{ fact("Dónde", "todavía no se sabe: llámenos el día anterior") }}
{% endif %}
{% endif %}
{{ fact("Juez/a", judge) }}
{{ fact("Palabra clave", codeword) }}
