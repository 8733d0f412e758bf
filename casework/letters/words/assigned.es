Subject: Su respuesta quedó registrada
Short: Su respuesta fue registrada.

Gracias. El asunto {{ case_ref }} de {{ organization }} ya está abierto para usted.

{{ fact("Alcance", {"all": "Todos los procedimientos", "bond_only": "Solo la fianza", "document_help": "Solo ayuda con documentos", "other": "Limitado, vea el ofrecimiento"}[scope]) }}
{{ fact("Preguntas", call) }}

{{ button("Abrirlo", page_url) }}

Lo que sigue: firme la carta de contratación con el cliente y luego presente su comparecencia en cada procedimiento que
abarque. Suscríbase al calendario en la página, y su teléfono seguirá todas las fechas.

{% include "why.es" %}
