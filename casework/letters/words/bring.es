{% if audience == "client" and not must_go and (hearing or check_in) %}
Mientras esté en detención, tienen que llevarle{% if remote %} o conectarle por pantalla{% endif %}. Si nadie lo hace, pídalo, y llámenos en cuanto pueda.
{% elif audience == "client" and (hearing or check_in) %}
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
Lleve todos los papeles que le {{ "ha mandado la corte" if hearing else "han mandado" }} y, si tiene, una identificación con foto.
{% endif %}

{% if hearing %}
Si falta, el juez puede ordenar su deportación sin escucharle.
{% else %}
Si falta, eso puede usarse en su contra, y pueden volver a detenerle.
{% endif %}
Si algo le impide ir, llámenos de inmediato, aunque sea la misma mañana.
{% elif audience == "family_contact" and (hearing or check_in) %}
{% if answers_for %}
Hagan ahora un plan juntos:
{% if remote %}
¿desde dónde se va a conectar, con el teléfono de quién, y quién ayuda si falla la conexión?
{% elif hour_known %}
¿a qué hora tienen que salir para llegar a la puerta a más tardar a las {{ be_there }}? ¿Quién acompaña?
{% else %}
¿cómo va a llegar, y quién acompaña?
{% endif %}

{% if hearing %}
Si falta, el juez puede ordenar la deportación sin escuchar a la persona.
{% else %}
Si falta, eso puede usarse en su contra.
{% endif %}
Si algo le impide ir, llámenos de inmediato, aunque sea la misma mañana.
{% elif hearing and remote %}
Si se conecta, hágalo unos minutos antes, deje apagados el micrófono y la cámara, y no grabe: la corte lo prohíbe.
{% elif hearing %}
{% if hour_known %}
Si va: ¿a qué hora tiene que salir para llegar a la puerta a más tardar a las {{ be_there }}? Entrar toma tiempo.
{% endif %}
Lleve una identificación con foto. Adentro los teléfonos van apagados, y nadie puede tomar fotos ni grabar.
{% endif %}
{% elif court_date and not legal %}
{% if remote %}
Conéctese unos minutos antes, deje apagados el micrófono y la cámara a menos que se lo pidan, y no grabe: la corte lo
prohíbe.
{% else %}
{% if hour_known and audience in ("interpreter", "witness", "sponsor") %}
¿A qué hora tiene que salir para llegar a la puerta a más tardar a las {{ be_there }}? La audiencia no puede esperarle.
{% elif hour_known %}
Por favor llegue a la puerta a más tardar a las {{ be_there }}: entrar toma tiempo.
{% endif %}
Lleve una identificación con foto. Adentro los teléfonos van apagados, y nadie puede tomar fotos ni grabar.
{% endif %}
{% endif %}

{% include "safety.es" %}
