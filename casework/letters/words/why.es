{% if kind in ("welcome", "reset") %}
Recibe este mensaje porque alguien dio esta dirección para entrar en Presencia.
{% elif kind == "responder_called" %}
Por qué recibe esto: está de guardia en la respuesta rápida.
{% elif audience == "client" %}
Recibe este mensaje porque la fecha es suya.
{% elif audience == "family_contact" %}
Recibe este mensaje porque usted figura como persona a quien informar.
{% elif audience == "attorney" %}
Recibe este mensaje porque usted representa en este asunto.
{% elif audience == "pool_attorney" %}
Recibe este mensaje porque está dispuesto o dispuesta a tomar asuntos.
{% elif audience == "coordinator" %}
Recibe este mensaje porque lleva este trabajo en {{ organization }} o junto a esa organización.
{% elif audience == "advocate" %}
Recibe este mensaje porque su grupo participa.
{% elif audience == "official" %}
Recibe este mensaje porque {{ "su oficina dijo que vendría" if coming else "le pedimos a su oficina que viniera" }}.
{% elif audience == "press" %}
Recibe este mensaje porque fue invitado o invitada como prensa.
{% elif audience == "accompanier" %}
Recibe este mensaje porque dijo que acompañaría.
{% elif audience == "interpreter" %}
Recibe este mensaje porque interpreta ese día.
{% elif audience in ("witness", "sponsor") %}
Recibe este mensaje porque ese día hace falta usted.
{% elif coming %}
Recibe este mensaje porque dijo que vendría.
{% else %}
Recibe este mensaje porque le invitaron a venir.
{% endif %}

{% if stop_url %}
{{ link("No enviarme más correos", stop_url) }}
{% endif %}
