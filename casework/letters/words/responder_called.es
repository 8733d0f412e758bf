Subject: Respuesta rápida: {{ town }}
Short: Un avistamiento en {{ town }} necesita de usted.

{{ organization }} pregunta si puede ir a mirar. La página dice dónde, qué se vio y a quién llamar. Diga allí si va o si no puede.

{{ button("Abrir la página", page_url) }}

Quédese en espacio público. No interfiera, no siga a nadie y no le cierre el paso a nadie.

{% include "why.es" %}
