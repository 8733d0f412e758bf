{{ glance }}
{% if page_url %}
{{ "Responda:" if invites else "Detalles:" }} {{ page_url }}
{% elif call %}
¿Preguntas? Llame al {{ call }}.
{% endif %}
{% if asks %}
Responda 1 para confirmar.
{% endif %}
{% if says_stop %}
STOP para no recibir textos.
{% endif %}
