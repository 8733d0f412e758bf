{% if what == "booked" %}
Subject: Tiene un asiento reservado
{% elif what == "held" %}
Subject: Hay un asiento libre para usted: diga que sí antes de {{ until }}
{% elif what == "given_up" %}
Subject: Está otra vez en la lista, sin asiento
{% elif what == "answered" %}
Subject: Su respuesta cambió
{% elif what == "company" %}
Subject: Cambió con quién va usted
{% else %}
Subject: Gracias por venir
{% endif %}
{% if what == "booked" %}
Short: Tiene un asiento reservado.
{% elif what == "held" %}
Short: Hay un asiento libre para usted hasta {{ until_texted }}.
{% elif what == "given_up" %}
Short: De nuevo en la lista, sin asiento.
{% elif what == "answered" %}
Short: Su respuesta ahora es otra.
{% elif what == "company" %}
Short: Ya no va con la misma persona.
{% else %}
Short: Gracias por venir.
{% endif %}

{% if what == "booked" %}
Tiene un asiento reservado. Su página dice cuándo y dónde, y qué conviene saber del lugar.
{% elif what == "held" %}
Se liberó un asiento y se lo guardamos hasta {{ until }}. Pulse «Sí, vendré» en su página y será suyo. Después pasa a la persona siguiente; usted seguiría en la lista.
{% elif what == "given_up" %}
El asiento que era suyo ya no lo es, y usted está otra vez en la lista. Por favor venga solo cuando le escribamos que tiene un asiento reservado.
{% elif what == "answered" %}
En su página alguien acaba de responder {% if answer == "coming" %}que usted va{% elif answer == "maybe" %}que usted quizá vaya{% else %}que usted no puede ir{% endif %}. Si fue usted, no hay nada que hacer. Si no, abra su página y diga cómo es{% if call %}, o llame al {{ call }}{% endif %}.
{% elif what == "company" %}
Algo cambió en su viaje, o en quién le acompaña. Su página dice cómo está ahora.
{% else %}
Gracias por haber estado allí. Se vio que nadie estaba a solas.
{% endif %}

{% if what != "thanks" %}
{{ button("Abrir su página", page_url) }}

{% endif %}
Este mensaje es de {{ organization }}{% if call %}. Preguntas: {{ call }}{% endif %}.

{% include "why.es" %}
