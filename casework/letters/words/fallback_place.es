Subject: Cambió el lugar o la forma
Short: El lugar o la forma ya no es lo que le dijimos.{% if call %} Llame al {{ call }}.{% endif %}


Cambió el lugar o la forma. No confíe en lo que le dijimos.

{% if call %}
Llame ahora al {{ call }} y pregunte adónde ir, o cómo participar.
{% else %}
Llame ahora a quien se lo dijo y pregunte adónde ir, o cómo participar.
{% endif %}

{% include "confirm.es" %}

{% include "why_told.es" %}
