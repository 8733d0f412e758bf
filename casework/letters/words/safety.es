{% if officers and audience == "client" %}
{{ "Allí" if court_date or check_in else "Cerca" }} puede haber agentes, y pueden pedirle una identificación. Hable con su abogado antes de ir, y no deje de ir sin su
consejo. Si no tiene abogado, llámenos primero.
{% elif officers %}
{{ "Allí" if court_date or check_in else "Cerca" }} puede haber agentes, y pueden pedirle una identificación. Quien no tenga un estatus seguro debería hablar con un abogado
antes de venir. Nadie tiene que decirnos por qué viene o por qué no.
{% endif %}
