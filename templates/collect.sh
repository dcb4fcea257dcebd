#!/bin/sh
{{ sheet.head(ArtefactId::Collect) }}
{{ sheet.note(&Remark::Collects) }}
{{ command }}
