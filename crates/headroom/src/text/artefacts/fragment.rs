//! The comments of the parts for Railway's infrastructure as code.

use super::Sentence;
use crate::railway::LIST_DATE;
use crate::text::{Lang, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    Merge,
    MergePython,
    Authoritative,
    Draining,
    Sleep,
    SleepNever,
    HealthCheck,
}

impl Sentence for Remark {
    fn text(&self, lang: Lang) -> String {
        match *self {
            Self::Merge => say!(
                lang,
                "Paste it into .railway/railway.ts, above defineRailway, and add to your service, beside what is there:",
                "Pégalo en .railway/railway.ts, encima de defineRailway, y añade a tu servicio, junto a lo que ya tiene:"
            ),
            Self::MergePython => say!(
                lang,
                "Paste it into .railway/railway.py (railway-sdk), above main, and add to your service, beside what is there:",
                "Pégalo en .railway/railway.py (railway-sdk), encima de main, y añade a tu servicio, junto a lo que ya \
                 tiene:"
            ),
            Self::Authoritative => say!(
                lang,
                "That file speaks for the whole environment: what it does not name is removed. So first `railway config \
                 pull`, and apply only what `railway config plan` shows. docs.railway.com/infrastructure-as-code \
                 ({LIST_DATE})",
                "Ese archivo vale por todo el entorno: lo que no nombra se elimina. Por eso primero `railway config pull`, \
                 y aplica solo lo que muestre `railway config plan`. docs.railway.com/infrastructure-as-code ({LIST_DATE})"
            ),
            Self::Draining => say!(
                lang,
                "Gunicorn's 30 s and 5 s to end (Railway's default is 0). If it stands here, take \
                 RAILWAY_DEPLOYMENT_DRAINING_SECONDS out of the variables.",
                "Los 30 s de Gunicorn y 5 s para terminar (0 por defecto en Railway). Si está aquí, quita \
                 RAILWAY_DEPLOYMENT_DRAINING_SECONDS de las variables."
            ),
            Self::Sleep => say!(
                lang,
                "Serverless, off by default: it sleeps after 10 minutes without an outbound packet, and the first request \
                 then may get a 502. This plan keeps no connection open. docs.railway.com/deployments/serverless \
                 ({LIST_DATE})",
                "Serverless, apagado por defecto: duerme tras 10 minutos sin paquetes salientes, y la primera petición \
                 puede recibir un 502. Este plan no deja conexiones abiertas. docs.railway.com/deployments/serverless \
                 ({LIST_DATE})"
            ),
            Self::SleepNever => say!(
                lang,
                "Serverless would not save anything here: the connections that this plan keeps open hold the service awake. \
                 docs.railway.com/deployments/serverless ({LIST_DATE})",
                "Serverless no ahorraría nada aquí: las conexiones que este plan deja abiertas mantienen despierto el \
                 servicio. docs.railway.com/deployments/serverless ({LIST_DATE})"
            ),
            Self::HealthCheck => say!(
                lang,
                "A health check, asked at a deploy only: your own path, which answers 200, with healthcheck.railway.app in \
                 ALLOWED_HOSTS.",
                "Un healthcheck, que se pide solo en el despliegue: tu propia ruta, que responda 200, con healthcheck.railway.app \
                 en ALLOWED_HOSTS."
            ),
        }
    }
}
