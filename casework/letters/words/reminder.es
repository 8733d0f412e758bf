Subject: Recordatorio: {{ short }}
Short: {{ "Hoy" if soon == "today" else "Mañana" if soon == "tomorrow" else "Recordatorio" }}: {{ texted }}.

{% if soon == "today" %}
Hoy: {{ when }}.
{% elif soon == "tomorrow" %}
Mañana: {{ when }}.
{% else %}
Por favor tenga presente esta fecha: {{ when }}.
{% endif %}
{% include "standing.es" %}

{% if audience == "client" and hearing and must_go %}
Usted tiene que presentarse ante la corte.
{% elif audience == "client" and check_in and must_go %}
Usted tiene que presentarse.
{% elif audience == "client" and hearing %}
Es su cita en la corte.
{% elif audience == "family_contact" %}
{% if hearing %}
Es la cita{% if name %} de {{ name }}{% endif %} en la corte.
{% else %}
Usted nos pidió que se lo recordáramos.
{% endif %}
{% elif audience == "official" %}
Gracias por hacer un espacio. Abajo está lo necesario para la visita; lo demás está en la página del enlace.
{% elif audience == "accompanier" %}
Gracias por acompañar. Nos encontramos en el lugar de abajo; por favor no se lo diga a nadie más.
{% elif audience == "interpreter" %}
Gracias por interpretar. Sin usted nadie se entiende.
{% elif audience in ("witness", "sponsor") %}
Hace falta su presencia. Gracias por estar al lado de alguien.
{% elif legal %}
Esta es la fecha que tenemos registrada.
{% else %}
{% if court_date %}
Gracias por venir. La gente presente en la sala hace la diferencia.
{% else %}
Gracias por participar. Cada persona que participa hace la diferencia.
{% endif %}
{% endif %}

{% include "facts.es" %}

{% include "bring.es" %}

{% if live_page %}
{{ button("Lo que hay que saber para ese día", live_page) }}
{% endif %}

{% if answer_url %}
{{ button("Abrir en Presencia" if signs_in else "Ver todas las fechas" if sees_dates else "Ya lo vi" if audience == "client" else "Cambiar su respuesta", answer_url) }}
{% endif %}

{% include "end.es" %}
