{% if asks and acknowledge_by %}
Por favor confirme que vio esto, a más tardar el {{ acknowledge_by }}. Si hasta entonces no sabemos de usted, alguien le
llamará: sin su palabra no podemos saber si está al tanto.
{% elif asks %}
Por favor confirme ahora que vio esto. Todavía no sabemos de usted, así que alguien le llamará: sin su palabra no podemos
saber si está al tanto.
{% endif %}

{% if asks and answer_url %}
{{ button("Confirmar que lo vi", answer_url) }}
{% endif %}
