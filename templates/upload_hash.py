{{ sheet.head(ArtefactId::UploadHash) }}

import hashlib


{{ why }}
def sha256_of(upload):
    digest = hashlib.sha256()
    upload.seek(0)
{{ sheet.note_inside(&Remark::HashChunks) }}
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
