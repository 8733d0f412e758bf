Subject: Invitación: {{ short }}
Short: ¿Puede venir? {{ texted }}.

¿Podría venir el {{ when }}?
{% include "standing.es" %}

{% if audience == "official" and court_date %}
Le pedimos su presencia en la corte. No hace falta que hable: la presencia de una autoridad en la sala muestra que la
comunidad está atenta. Por favor responda en la página de abajo; también puede hacerlo la persona que lleva su agenda.
{% elif audience == "official" %}
Le pedimos su presencia. Por favor responda en la página de abajo; también puede hacerlo la persona que lleva su agenda.
{% elif audience == "press" %}
Esta es una invitación a la prensa. Por favor indíquenos en la página de abajo si va a venir.
{% elif audience == "family_contact" and hearing %}
Es la cita{% if name %} de {{ name }}{% endif %} en la corte. Por favor díganos en la página de abajo si va a estar.
{% elif legal %}
Por favor dígale al equipo en la página de abajo si va a estar.
{% elif audience == "client" %}
Por favor díganos en la página de abajo si va a venir.
{% elif audience == "accompanier" %}
Acompañamos a alguien que pidió no ir a solas. Nos encontramos en el lugar de abajo, a esa hora; por favor no se lo
diga a nadie más. Responda en la página de abajo.
{% elif audience == "interpreter" %}
Le pedimos que interprete. Por favor responda en la página de abajo.
{% elif audience in ("witness", "sponsor") %}
Allí hace falta usted. Por favor responda en la página de abajo.
{% elif hearing %}
Una persona de nuestra comunidad tiene su día en la corte y no debería estar sola. Siéntese con nosotros en la sala, en
silencio; con eso basta.
{% else %}
Acompáñenos. Por favor díganos en la página de abajo si va a venir.
{% endif %}

{% include "facts.es" %}

{{ button("Decir si va a venir", answer_url) }}

{% include "bring.es" %}

{% if audience != "accompanier" %}
{% if answers_read %}
También nos llegan el sí, el quizá y el no de su calendario.
{% endif %}
Si su calendario le pregunta, indique una vez que conoce a quien escribe; después seguirá solo todos los cambios. Un
calendario puede tardar horas, así que si algo cambia también le escribimos de inmediato.
{% endif %}

{% include "end.es" %}
