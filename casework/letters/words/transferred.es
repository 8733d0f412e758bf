Subject: El lugar puede cambiar: {{ short }}
Short: El lugar puede cambiar: espere nuestro aviso. La hora sigue igual por ahora: {{ texted }}.

{% if legal %}
La persona fue trasladada a otro lugar de detención. Dónde está ahora figura en el caso.
{% elif audience == "family_contact" %}
La persona fue trasladada a otro lugar.
{% endif %}
Por ahora la hora sigue igual: {{ when }}. El lugar, o la forma de participar, puede cambiar: no confíe en lo que le dijimos
hasta que le escribamos de nuevo.
{% include "standing.es" %}

{% include "confirm.es" %}

{{ fact("Qué", title) }}
{{ fact("Cuándo", when ~ ", según el reloj de la corte" if hearing and hour_known else when) }}
{{ fact("Corte, por ahora", court) }}
{{ fact("Dónde, ya no es seguro", place) }}
{{ fact("Sala, ya no es segura", room) }}
{{ fact("Juez/a, por ahora", judge) }}
{{ fact("Palabra clave", codeword) }}

{% if legal %}
Pregunte a la corte dónde y cómo será. La corte que consta conserva el caso hasta que conceda otra sede.
{% else %}
Antes de salir, mire si le escribimos de nuevo, o llámenos.
{% endif %}

{% if answer_url and (signs_in or not asks) %}
{{ button("Ya lo vi" if not signs_in else "Abrir en Presencia", answer_url) }}
{% endif %}

{% include "end.es" %}
