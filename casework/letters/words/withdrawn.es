Subject: Ya no hace falta: {{ short }}
Short: Ya no hace falta que venga: {{ texted }}.

Ya no hace falta que venga el {{ when }}.

{% if invited %}
{{ fact("A quien se invita", invited ~ ", por medio de " ~ through) }}
{% endif %}

{% include "confirm.es" %}

Retiramos nuestra invitación para ese día y no se espera nada de usted. Gracias por su disposición. Por favor no comparta
la fecha.

¿Preguntas? Llame al {{ call }}. Este mensaje es de {{ organization }}.

{% include "why.es" %}
