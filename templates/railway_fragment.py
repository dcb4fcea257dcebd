{{ self.0.sheet.head(ArtefactId::RailwayPy) }}

{{ self.0.sheet.note(&Remark::MergePython) }}
#   web = service(
#       "web",
{%- if let Some(command) = self.0.variables.command %}
{{ self.0.sheet.notes_after("#       # ", command.why) }}
#       start="{{ command.line }}",
{%- endif %}
{%- if self.0.replicas > 1 %}
#       replicas={{ self.0.replicas }},
{%- endif %}
#       deploy={**MEMORY_DEPLOY},
#       env={**MEMORY_ENV},
#   )
{{ self.0.sheet.note(&Remark::Authoritative) }}
{{ self.0.sheet.note(&railway::Remark::NoRailwayJson) }}

MEMORY_DEPLOY = {
{{ self.0.sheet.notes_after("    # ", self.0.limit_why) }}
    "limitOverride": {"containers": {"memoryBytes": {{ self.0.bytes }}}},
{{ self.0.sheet.note_inside(&Remark::Draining) }}
    "drainingSeconds": {{ self.0.draining }},
{{ self.0.sheet.note_inside(self.0.sleep) }}
    #   "sleepApplication": True,
{{ self.0.sheet.note_inside(&Remark::HealthCheck) }}
    #   "healthcheckPath": "/healthz/",
}

MEMORY_ENV = {
{%- for variable in self.0.variables.set %}
{{ self.0.sheet.notes_after("    # ", variable.why) }}
    "{{ variable.key }}": {{ escape::python(variable.value) }},
{%- endfor %}
}
