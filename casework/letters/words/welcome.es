Subject: Elija su contraseña para Presencia
Short: Elija su contraseña.

{{ organization }} le ha dado acceso a Presencia, donde lleva sus casos y fechas.

{{ button("Elegir una contraseña", page_url) }}

El botón funciona una sola vez, durante siete días. Después, pida otro a {{ organization }}{% if call %}: {{ call }}{% endif %}.

Si no sabe por qué recibe esta carta, no haga nada: nadie puede entrar con su dirección hasta que se elija una contraseña.

{% include "why.es" %}
