//! The comments of the Dockerfile's lines and of the compose file.

use super::Sentence;
use crate::text::{Lang, say};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Remark {
    InImage,
    Package,
    DrainingElsewhere,
    ComposeRun,
    ComposeSwap,
    ComposeGrace,
}

impl Sentence for Remark {
    fn text(&self, lang: Lang) -> String {
        match *self {
            Self::InImage => say!(
                lang,
                "Here or among the service's variables, not in both: what is written twice ends up different.",
                "Aquí o entre las variables del servicio, no en ambos: lo que se escribe dos veces acaba siendo distinto."
            ),
            Self::Package => say!(
                lang,
                "Before the variables: they would name a library that is not there. On Alpine it is another package at \
                 another path.",
                "Antes de las variables: nombrarían una biblioteca que no está. En Alpine es otro paquete en otra ruta."
            ),
            Self::DrainingElsewhere => say!(
                lang,
                "RAILWAY_DEPLOYMENT_DRAINING_SECONDS is not here: Railway reads it from the service's variables, not from \
                 the image.",
                "RAILWAY_DEPLOYMENT_DRAINING_SECONDS no está aquí: Railway la lee de las variables del servicio, no de la \
                 imagen."
            ),
            Self::ComposeRun => say!(
                lang,
                "Put your own service's name in place of web, then: docker compose -f compose.yaml -f \
                 compose.memory.yaml up",
                "Pon el nombre de tu servicio en lugar de web y ejecuta: docker compose -f compose.yaml -f \
                 compose.memory.yaml up"
            ),
            Self::ComposeSwap => say!(
                lang,
                "The same number: no swap, so that the kernel kills here as it does there. \
                 docs.docker.com/engine/containers/resource_constraints",
                "El mismo número: sin swap, para que el kernel mate aquí como allí. \
                 docs.docker.com/engine/containers/resource_constraints"
            ),
            Self::ComposeGrace => say!(
                lang,
                "Docker waits 10 s; Gunicorn takes up to 30 s to end what is under way.",
                "Docker espera 10 s; Gunicorn tarda hasta 30 s en terminar lo que está en curso."
            ),
        }
    }
}
