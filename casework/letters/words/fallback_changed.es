Subject: Su fecha cambió
Short: Su fecha ya no es la misma. La anterior ya no vale.{% if call %} Llame al {{ call }}.{% endif %}


Su fecha cambió. No confíe en la anterior.

{% if call %}
Llame ahora al {{ call }} y pregunte cuál es la nueva.
{% else %}
Llame ahora a quien le dio la fecha anterior y pregunte cuál es la nueva.
{% endif %}

{% include "confirm.es" %}

{% include "why_told.es" %}
