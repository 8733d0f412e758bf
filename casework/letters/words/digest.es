Subject: Lo que le espera hoy
Short: Lo que le espera hoy: {{ total }}.

Esto es lo que espera esta mañana. Aquí solo hay números; la página muestra lo que hay detrás de cada uno.

{{ fact("Audiencia en 7 días, sin abogado", hearings_without_counsel) }}
{{ fact("Cambios sin confirmar", changes_not_confirmed) }}
{{ fact("Fechas en 14 días por verificar", dates_to_check) }}
{{ fact("Sin nadie asignado", nobody_assigned) }}
{{ fact("Cartas que fallaron desde ayer", letters_failed) }}
{{ fact("Plazos en 7 días", deadlines_near) }}

{{ button("Abrir el día de hoy", page_url) }}

Recibe esto en días laborables, cuando algo espera, porque {{ "lo pidió" if asked else "coordina para " ~ organization }}. Puede dejar de recibirlo, o pedirlo de nuevo, en la página
de su cuenta.

{{ link("No enviarme más esta carta", page_url ~ "/your-account") }}
