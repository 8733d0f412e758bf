Subject: CAMBIO, misma hora: {{ short }}
Short: CAMBIO de lugar o de forma. La hora sigue igual: {{ texted }}.

La hora sigue igual: {{ when }}. Cambió el lugar o la forma.
{% include "standing.es" %}

{% include "confirm.es" %}

{{ fact("Dónde, ya no", place_before) }}
{{ fact("Sala, ya no", room_before) }}
{{ fact("Cómo, ya no", {"in_person": "En persona", "vtc": "Por video en la sala", "webex": "Por Webex", "telephonic": "Por teléfono", "unknown": None}[medium_before or "unknown"]) }}
{{ fact("Cómo", {"in_person": "En persona", "vtc": "Por video en la sala", "webex": None, "telephonic": None, "unknown": None}[medium] if medium_before else None) }}
{% include "facts.es" %}

Olvide lo que decían los mensajes anteriores sobre el lugar, la sala o el enlace.

{% if answer_url and (signs_in or not asks) %}
{{ button("Ya lo vi" if not signs_in else "Abrir en Presencia", answer_url) }}
{% endif %}

{% include "bring.es" %}

{% if live_page %}
{{ button("Lo que hay que saber para ese día", live_page) }}
{% endif %}

{% include "end.es" %}
