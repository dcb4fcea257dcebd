{{ self.0.sheet.head_after("// ", ArtefactId::RailwayTs) }}

{{ self.0.sheet.note_after("// ", &Remark::Merge) }}
//   const web = service("web", {
{%- if let Some(command) = self.0.variables.command %}
{{ self.0.sheet.notes_after("//     // ", command.why) }}
//     start: "{{ command.line }}",
{%- endif %}
{%- if self.0.replicas > 1 %}
//     replicas: {{ self.0.replicas }},
{%- endif %}
//     deploy: { ...memoryDeploy },
//     env: { ...memoryEnv },
//   });
{{ self.0.sheet.note_after("// ", &Remark::Authoritative) }}
{{ self.0.sheet.note_after("// ", &railway::Remark::NoRailwayJson) }}

const memoryDeploy = {
{{ self.0.sheet.notes_after("  // ", self.0.limit_why) }}
  limitOverride: { containers: { memoryBytes: {{ self.0.bytes }} } },
{{ self.0.sheet.note_after("  // ", &Remark::Draining) }}
  drainingSeconds: {{ self.0.draining }},
{{ self.0.sheet.note_after("  // ", self.0.sleep) }}
  //   sleepApplication: true,
{{ self.0.sheet.note_after("  // ", &Remark::HealthCheck) }}
  //   healthcheckPath: "/healthz/",
};

const memoryEnv = {
{%- for variable in self.0.variables.set %}
{{ self.0.sheet.notes_after("  // ", variable.why) }}
  {{ variable.key }}: {{ escape::json(variable.value) }},
{%- endfor %}
};
