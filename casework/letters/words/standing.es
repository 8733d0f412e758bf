{% if tentative %}
Todavía no está confirmada; si cambia, le escribimos.
{% endif %}
{% if not hour_known %}
La hora todavía no está fijada; le escribimos en cuanto se sepa.
{% endif %}
