{% if new_time %}
Subject: CAMBIO DE FECHA{% if earlier %}, ES ANTES{% endif %}: {{ before_short }} → {{ short }}
Short: CAMBIO DE FECHA{% if earlier %}, ES ANTES{% endif %}. Ya no: {{ before_texted }}; ahora: {{ texted }}.
{% else %}
Subject: CAMBIO: {{ short }}, no como se le dijo
Short: CAMBIO, pero no de hora: {{ texted }}.
{% endif %}

{% if new_time %}
La fecha cambió{% if earlier %} y ahora es ANTES{% endif %}. Nueva: {{ when }}.
{% else %}
La hora sigue igual: {{ when }}. Cambió el lugar o la forma.
{% endif %}
{% include "standing.es" %}

{% include "confirm.es" %}

{% if new_time %}
{{ fact("La anterior, que ya no vale", before) }}
{% endif %}
{% include "facts.es" %}

Olvide lo que decían los mensajes anteriores y revise la fecha en su calendario: puede mostrar la anterior hasta mañana.

{% if answer_url and (signs_in or not asks) %}
{{ button("Ya lo vi" if not signs_in else "Abrir en Presencia", answer_url) }}
{% endif %}

{% include "bring.es" %}

{% if live_page %}
{{ button("Lo que hay que saber para ese día", live_page) }}
{% endif %}

{% include "end.es" %}
