{% if legal %}
¿El aviso de la corte dice otra cosa? Corrija la fecha en Presencia, para que todos se enteren. ¿Tiene preguntas, o no
puede estar? Avise ya al equipo: {{ call }}.

{% else %}
¿Tiene preguntas, o algo le impide venir? Llame al {{ call }}.

{% endif %}
{% if hearing or court %}
Este mensaje de {{ organization }} es una cortesía. Lo que vale es el aviso de la corte.
{% else %}
Este mensaje es de {{ organization }}.
{% endif %}
{% if audience == "official" and not name %}
Es posible que su oficina deba conservarlo como documento público; por eso no nombra a nadie.
{% endif %}

{% include "why.es" %}
