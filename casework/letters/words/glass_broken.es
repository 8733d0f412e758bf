Subject: Un asunto suyo fue abierto con urgencia
Short: Un asunto suyo fue abierto con urgencia.

{{ who }}, de {{ organization }}, abrió {{ case_ref }} sin estar en su equipo y escribió por qué. Puede verlo durante 24 horas.

{{ button("Leer por qué", page_url) }}

Si no debió ocurrir, quítele de inmediato del equipo del caso, en la página de este, y avise a su administrador.

{% include "why.es" %}
