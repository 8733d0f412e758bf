Subject: Cita actualizada en su calendario: {{ short }}
Short: La fecha sigue igual: {{ texted }}.

La fecha sigue igual: {{ when }}. Este mensaje actualiza lo que dice su calendario.
{% include "standing.es" %}

Si su calendario le pregunta, acepte la entrada nueva en lugar de la anterior. Por favor borre los mensajes anteriores
sobre esta fecha.

{% include "facts.es" %}

{% if answer_url %}
{{ button("Lo que hay que saber para ese día", answer_url) }}
{% endif %}

{% include "end.es" %}
