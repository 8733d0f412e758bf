{% if acknowledge_by %}
Por favor confirme que vio esto, a más tardar el {{ acknowledge_by }}. Si hasta entonces no sabemos de usted, alguien le
llamará: sin su palabra no podemos saber si está al tanto.

{% if answer_url %}
{{ button("Confirmar que lo vi", answer_url) }}
{% endif %}
{% endif %}
