Subject: CANCELADO: {{ short }}
Short: CANCELADO: {{ texted }}. No venga a menos que le volvamos a avisar.

Cancelado: {{ when }}. No venga a menos que le volvamos a avisar.

{% include "confirm.es" %}

{% if audience == "client" and hearing %}
Su cita en la corte fue retirada. En cualquier momento pueden fijar otra: esté pendiente de un aviso de la corte y tenga
el teléfono encendido. Si tiene un papel de la corte que todavía muestra esta fecha, llámenos antes de quedarse en casa.
{% elif audience == "family_contact" and hearing %}
Era la cita{% if name %} de {{ name }}{% endif %} en la corte. Le escribimos en cuanto haya una nueva.
{% elif legal %}
Esta fecha se retiró del calendario del caso.
{% else %}
Gracias por haber estado dispuesto o dispuesta. Le escribimos si hay una nueva fecha.
{% endif %}

{% if invited %}
{{ fact("A quien se invita", invited ~ ", por medio de " ~ through) }}
{% endif %}
{{ fact("Qué", title) }}
{{ fact("Iba a ser", when) }}
{{ fact("Corte", court) }}

{% if answer_url and not signs_in and not asks %}
{{ button("Ya lo vi", answer_url) }}
{% endif %}

{% include "end.es" %}
