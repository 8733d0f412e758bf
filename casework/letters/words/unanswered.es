{% if people %}
Subject: {{ people }} {{ "persona no ha confirmado" if people == 1 else "personas no han confirmado" }} un cambio de fecha
Short: {{ people }} {{ "persona no ha confirmado" if people == 1 else "personas no han confirmado" }} un cambio de fecha. Llame antes de: {{ by }}.

{{ people }} {{ "persona no ha confirmado" if people == 1 else "personas no han confirmado" }} un cambio de fecha. Abra la página para ver a quién llamar, y llame antes de: {{ by }}.
{% else %}
Subject: Alguien no ha confirmado un cambio de fecha
Short: Alguien no ha confirmado un cambio de fecha. Vea a quien hay que llamar.

Alguien no ha confirmado un cambio de fecha. Abra la página para ver a quién llamar.
{% endif %}

{{ button("Ver a quién llamar", page_url) }}

Cuando haya hablado con esas personas, indíquelo allí, y nadie más llamará.

{% include "why.es" %}
