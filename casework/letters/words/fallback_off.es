Subject: Su fecha ya no vale
Short: Una fecha que le dimos ya no vale.{% if call %} Antes de ir, o de dejar de ir, llame al {{ call }}.{% endif %}


Una fecha que le dimos ya no vale. No confíe en ella.

{% if call %}
Antes de ir, o de dejar de ir, llame al {{ call }}.
{% else %}
Antes de ir, o de dejar de ir, llame a quien le dio la fecha.
{% endif %}

{% include "confirm.es" %}

{% include "why_told.es" %}
