Subject: El lugar o la forma puede cambiar
Short: El lugar o la forma puede cambiar. No confíe en lo que le dijimos.{% if call %} Llame al {{ call }}.{% endif %}


El lugar o la forma puede cambiar. No confíe en lo que le dijimos.

{% if call %}
Llame ahora al {{ call }} y pregunte adónde ir, o cómo participar.
{% else %}
Llame ahora a quien se lo dijo y pregunte adónde ir, o cómo participar.
{% endif %}

{% include "confirm.es" %}

{% include "why_told.es" %}
