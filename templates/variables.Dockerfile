{{ sheet.head(ArtefactId::Dockerfile) }}

{{ sheet.note(&Remark::InImage) }}
{% if let Some(command) = variables.command %}
{{ sheet.notes(command.why) }}
#   {{ command.line }}
{% endif %}
{%- if let Some(package) = variables.package %}
{{ sheet.note(&Remark::Package) }}
RUN apt-get update && apt-get install -y --no-install-recommends {{ package }} && rm -rf /var/lib/apt/lists/*
{% endif %}
{%- for variable in variables.set %}
{{ sheet.notes(variable.why) }}
ENV {{ variable.key }}={{ escape::dockerfile(variable.value) }}
{% endfor %}
{{ sheet.note(&Remark::DrainingElsewhere) }}
{{ sheet.notes(variables.left_out) }}
