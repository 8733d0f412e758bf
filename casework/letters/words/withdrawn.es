Subject: Ya no hace falta: {{ short }}

Ya no hace falta que venga el {{ when }}.

Retiramos nuestra invitación para ese día y no se espera nada de usted. Gracias por su disposición. Por favor no comparta
la fecha.

¿Preguntas? Llame al {{ call }}. Este mensaje es de {{ organization }}.
