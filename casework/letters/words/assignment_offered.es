Subject: Un ofrecimiento espera su respuesta
Short: Un ofrecimiento espera su respuesta.

{{ organization }} quisiera confiarle un asunto y le pide un sí o un no.

{{ blurb }}

{{ fact("Alcance", {"all": "Todos los procedimientos", "bond_only": "Solo la fianza", "document_help": "Solo ayuda con documentos", "other": "Limitado, vea el ofrecimiento"}[scope]) }}
{{ fact("Preguntas", call) }}

{{ button("Leer el ofrecimiento y responder", page_url) }}

Un «sí» todavía no es una contratación: hay contratación cuando se firma la carta, y representación cuando la corte
recibe su comparecencia. Un «no» rápido también ayuda.

{% include "why.es" %}
