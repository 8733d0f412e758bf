Recibe este mensaje porque le dimos esa fecha.

{% if stop_url %}
{{ link("No enviarme más correos", stop_url) }}
{% endif %}
