{{ sheet.head(ArtefactId::Gunicorn) }}
{% if freezes %}
import gc
{%- endif %}
{%- if count.is_some() %}
import os
{%- endif %}
{%- if preload.is_some() %}
from importlib import import_module
{%- endif %}
{% if patches %}
from gevent import monkey

{{ sheet.note(&Remark::EarlyPatch) }}
monkey.patch_all()
{% endif %}
{{ count_why }}
{%- if let Some(count) = count %}
workers = int(os.environ.get("WEB_CONCURRENCY") or {{ count }})
{%- endif %}

{{ class_why }}
{%- for line in class %}
{{ line.name }} = {{ line.value }}{% if let Some(whose) = line.whose %}  # {{ sheet.words(*whose) }}{% endif %}
{%- endfor %}

{{ recycling_why }}
{%- for line in recycling %}
{{ line.name }} = {{ line.value }}{% if let Some(whose) = line.whose %}  # {{ sheet.words(*whose) }}{% endif %}
{%- endfor %}

{{ graceful_why }}
graceful_timeout = {{ graceful }}

{{ sheet.note(&Remark::ControlSocket) }}
control_socket_disable = True
{%- if let Some(why) = preload %}

{{ why }}
preload_app = True


def when_ready(server):
    from django.conf import settings
    from django.db import connections

{{ sheet.note_inside(&Remark::LoadUrls) }}
    import_module(settings.ROOT_URLCONF)
{{ sheet.note_inside(&Remark::CloseConnections) }}
    connections.close_all()
{%- if freezes %}
{{ sheet.note_inside(&Remark::Freeze) }}
    gc.freeze()
{%- endif %}
{%- endif %}
