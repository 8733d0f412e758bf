{% if legal %}
¿El aviso de la corte dice otra cosa? Corrija la fecha en Presencia, para que todos se enteren. Preguntas: {{ call }}.

{% else %}
¿Tiene preguntas, o le surgió algo? Llame al {{ call }}.

{% endif %}
{% if hearing or court %}
Este mensaje de {{ organization }} es una cortesía. Lo que vale es el aviso de la corte.
{% else %}
Este mensaje es de {{ organization }}.
{% endif %}
{% if audience == "official" and not name %}
Es posible que su oficina deba conservarlo como documento público; por eso no nombra a nadie.
{% endif %}
