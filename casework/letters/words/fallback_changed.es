Subject: Su fecha cambió

Su fecha cambió. No confíe en la anterior.

{% if call %}
Llame ahora al {{ call }} y pregunte cuál es la nueva.
{% else %}
Llame ahora a quien le dio la fecha anterior y pregunte cuál es la nueva.
{% endif %}
