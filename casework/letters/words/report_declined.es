Subject: Pregunte a otra organización
Short: Por favor elija a otro grupo a quien preguntar.

La organización legal a la que avisó no puede recibir a la persona de la que informó. Dirija su aviso a otra: hasta entonces nadie la busca.

{{ button("Elegir otra organización", page_url) }}

{% include "why.es" %}
