Subject: Le informaron de una persona
Short: Algo nuevo espera su respuesta.

Un grupo comunitario avisó a {{ organization }} de un arresto. El aviso espera a que alguien lo reciba o lo rechace, para que el grupo pueda preguntar a otra organización.

{{ button("Leerlo", page_url) }}

{% include "why.es" %}
