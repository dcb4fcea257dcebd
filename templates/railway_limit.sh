#!/bin/sh
{{ sheet.head(ArtefactId::RailwayLimit) }}
{{ sheet.note(&Remark::NoRailwayJson) }}
set -eu

: "${SERVICE_ID:?{{ sheet.words(&Remark::ServiceId) }}}"
case "$SERVICE_ID" in
*[!0-9A-Za-z-]*)
  echo "SERVICE_ID: {{ sheet.words(&Remark::ServiceId) }}" >&2
  exit 2
  ;;
esac

{{ limit_why }}
railway environment edit --environment "${ENVIRONMENT:-production}" --message {{ message }} <<JSON
{"services": {"$SERVICE_ID": {"deploy": {"limitOverride": {"containers": {"memoryBytes": {{ bytes }}}}}}}}
JSON
{% if let Some(usage) = usage %}
{{ usage.why }}
railway usage limit set --target workspace --soft {{ usage.soft }}

{{ sheet.note(&Remark::UsageHard) }}
#   railway usage limit set --target workspace --soft {{ usage.soft }} --hard {{ usage.hard }}
{% else %}
{{ sheet.note(&Remark::UsageNone(tier)) }}
{% endif %}
