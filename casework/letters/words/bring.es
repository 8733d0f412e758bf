{% if audience == "client" and hearing %}
{% if remote %}
Haga su plan ahora: ¿desde dónde se va a conectar, con el teléfono de quién, y quién puede ayudarle si falla la
conexión? Busque un lugar tranquilo, cargue el teléfono y conéctese
{% if hour_known %}15 minutos antes{% else %}tan temprano como diga el aviso{% endif %}.
Tenga a la mano todos los papeles que le ha mandado la corte.
{% else %}
Haga su plan ahora:
{% if hour_known %}
¿a qué hora tiene que salir para llegar a la puerta a más tardar a las {{ be_there }}? ¿Quién le acompaña?
{% else %}
¿cómo va a llegar, y quién le acompaña?
{% endif %}
Lleve todos los papeles que le ha mandado la corte y, si tiene, una identificación con foto.
{% endif %}

Si falta, el juez puede ordenar su deportación sin escucharle. Si algo le impide ir, llámenos de inmediato, aunque sea la
misma mañana.
{% elif court_date and not legal %}
{% if remote %}
Conéctese unos minutos antes, deje apagados el micrófono y la cámara a menos que se lo pidan, y no grabe: la corte lo
prohíbe.
{% else %}
{% if hour_known %}
Por favor llegue a la puerta a más tardar a las {{ be_there }}: entrar toma tiempo.
{% endif %}
Lleve una identificación con foto. Adentro los teléfonos van apagados, y nadie puede tomar fotos ni grabar.

{% if audience not in ("official", "press") %}
Si no está seguro o segura de que entrar a un edificio federal no es un riesgo para usted, llámenos antes de venir.
{% endif %}
{% endif %}
{% endif %}
