#!/bin/sh
{{ sheet.head(ArtefactId::VariablesSh) }}
set -eu
{% if let Some(command) = variables.command %}
{{ sheet.notes(command.why) }}
#   {{ command.line }}
{% endif %}
{%- for variable in variables.set %}
{{ sheet.notes(variable.why) }}
{%- endfor %}
railway variable set
{%- for variable in variables.set %} \
  {{ escape::shell(format!("{}={}", variable.key, variable.value).as_str()) }}
{%- endfor %}

{{ sheet.notes(variables.left_out) }}
