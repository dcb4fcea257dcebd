//! Limits, tiers and measurements.

use super::Words;
use super::gap::COUNT_PROCESSES;
use crate::advise::evidence::Watch;
use crate::advise::tiers::{TierChoice, Unfit};
use crate::railway::{TierId, UsageLimits};
use crate::text::number::{counted, dollars, plain, size};
use crate::text::page::tier_name;
use crate::text::{Lang, Reader, say, word};

pub(super) fn words(seen: Watch, reader: Reader) -> Words {
    let lang = reader.lang;
    let bytes = |bytes| size(bytes, reader);
    match seen {
        Watch::NoLimit { peak, to, until } => {
            no_limit([bytes(peak), bytes(to), bytes(until)], lang)
        }
        Watch::NoUsageLimit(limits) => no_usage_limit(limits, lang),
        Watch::TierTooSmall { tier, unfit, to } => tier_too_small(tier, unfit, to, reader),
        Watch::TierTooLarge { tier, to, bill, then } => {
            tier_too_large(tier, to, [bill, then], lang)
        }
        Watch::LimitNotInForce { observed, limit } => {
            limit_not_in_force([bytes(observed), bytes(limit)], lang)
        }
        Watch::WorkerShrinks { from, to } => worker_shrinks([bytes(from), bytes(to)], lang),
        Watch::Gap { observed, explained } => gap(observed, explained, reader),
    }
}

fn no_limit([peak, to, until]: [String; 3], lang: Lang) -> Words {
    Words {
        title: say!(lang, "No memory limit of its own", "Sin límite de memoria propio"),
        why: say!(
            lang,
            "A limit is free. Without one a leak, or page cache, can grow to {until} and is billed. {to} is 1.5 times the high end of the peak, {peak}.",
            "Un límite es gratis. Sin él, una fuga, o la caché de páginas, puede crecer hasta {until} y se cobra. {to} es 1,5 veces el extremo alto del pico, {peak}."
        ),
        fix: say!(
            lang,
            "Railway, Settings, Deploy, Replica Limits: {to}.",
            "Railway, Settings, Deploy, Replica Limits: {to}."
        ),
        cost: say!(
            lang,
            "above it the kernel kills a worker: set it once the other changes are live.",
            "por encima, el kernel mata un worker: ponlo cuando los demás cambios estén en marcha."
        ),
        apply: say!(lang, "a limit of {to}", "límite de {to}"),
    }
}

fn no_usage_limit(UsageLimits { soft, hard }: UsageLimits, lang: Lang) -> Words {
    let (alert, stop) = (dollars(soft, lang), dollars(hard, lang));
    Words {
        title: say!(lang, "No usage limit or alert", "Sin límite de uso ni aviso"),
        why: say!(
            lang,
            "Usage beyond the subscription is billed without an end. An alert costs nothing.",
            "El uso por encima de la suscripción se cobra sin tope. Un aviso no cuesta nada."
        ),
        fix: format!(
            "railway usage limit set --target workspace --soft {soft:.0} --hard {hard:.0}"
        ),
        cost: say!(
            lang,
            "at {stop} everything in the workspace stops; at {alert} there is only an e-mail.",
            "a los {stop} se detiene todo el workspace; a los {alert} solo llega un correo."
        ),
        apply: say!(lang, "it is set", "ya está puesto"),
    }
}

fn tier_too_small(tier: TierId, reason: Unfit, to: Option<(TierId, f64)>, reader: Reader) -> Words {
    let lang = reader.lang;
    let name = tier_name(tier, lang);
    let reason = unfit(reason, reader);
    let title = say!(lang, "{name} is not enough", "{name} se queda corto");
    let why = say!(lang, "On {name}: {reason}.", "En {name}: {reason}.");
    if let Some((to, subscription)) = to {
        let (to, least) = (tier_name(to, lang), dollars(subscription, lang));
        Words {
            title,
            why,
            fix: say!(
                lang,
                "{to} is the cheapest Railway plan that is enough.",
                "{to} es el plan de Railway más barato que alcanza."
            ),
            cost: say!(lang, "at least {least} a month.", "al menos {least} al mes."),
            apply: to.to_owned(),
        }
    } else {
        let fix = say!(
            lang,
            "No listed plan is enough: less memory, or several smaller services.",
            "Ningún plan de la lista alcanza: menos memoria, o varios servicios más pequeños."
        );
        Words { title, why, fix, cost: String::new(), apply: String::new() }
    }
}

fn tier_too_large(tier: TierId, to: TierId, [bill, then]: [f64; 2], lang: Lang) -> Words {
    let (name, to) = (tier_name(tier, lang), tier_name(to, lang));
    let (bill, then) = (dollars(bill, lang), dollars(then, lang));
    Words {
        title: say!(lang, "{name} is more than it needs", "{name} es más de lo que necesita"),
        why: say!(
            lang,
            "It fits in {to}, where the same usage costs {then} a month instead of {bill}.",
            "Cabe en {to}, donde el mismo uso cuesta {then} al mes en vez de {bill}."
        ),
        fix: say!(lang, "Move the workspace to {to}.", "Pasa el workspace a {to}."),
        cost: say!(
            lang,
            "the smaller plan's limits: replicas, days of logs; CPU and memory alerts need Pro.",
            "los límites del plan menor: réplicas, días de logs; los avisos de CPU y memoria requieren Pro."
        ),
        apply: to.to_owned(),
    }
}

fn limit_not_in_force([observed, limit]: [String; 2], lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "{observed} seen under a limit of {limit}",
            "{observed} vistos con un límite de {limit}"
        ),
        why: say!(
            lang,
            "The kernel kills at the limit, so nothing can be seen above it: this limit is not in force, or the figure is another service's.",
            "El kernel mata en el límite, así que por encima no se ve nada: ese límite no está en vigor, o la cifra es de otro servicio."
        ),
        fix: say!(
            lang,
            "Look at Settings, Deploy, Replica Limits on Railway; set the limit once the target fits.",
            "Mira Settings, Deploy, Replica Limits en Railway; fija el límite cuando el objetivo quepa."
        ),
        cost: String::new(),
        apply: String::new(),
    }
}

fn worker_shrinks([from, to]: [String; 2], lang: Lang) -> Words {
    Words {
        title: say!(
            lang,
            "{to} a worker; {from} was measured",
            "{to} por worker; se midieron {from}"
        ),
        why: say!(
            lang,
            "Fewer workers are not smaller ones, and no setting here shrinks a worker. Only what it kept of large jobs can go.",
            "Menos workers no son más pequeños, y ningún ajuste de aquí reduce un worker. Solo puede irse lo que retuvo de trabajos grandes."
        ),
        fix: say!(
            lang,
            "Count {from} until it is measured again: Private_Dirty in smaps_rollup.",
            "Cuenta {from} hasta medirlo otra vez: Private_Dirty en smaps_rollup."
        ),
        cost: say!(
            lang,
            "the plan needs more than it says.",
            "el plan necesita más de lo que dice."
        ),
        apply: say!(lang, "{from} a worker", "{from} por worker"),
    }
}

fn gap(observed: f64, explained: f64, reader: Reader) -> Words {
    let lang = reader.lang;
    let off = size((observed - explained).abs(), reader);
    let (seen, sum) = (size(observed, reader), size(explained, reader));
    let (why, fix) = if observed > explained {
        (
            say!(
                lang,
                "{off} is in no part: there are more processes than you think, or workers keep what large jobs left.",
                "{off} no están en ninguna de las partes: hay más procesos de los que crees, o los workers retienen lo que dejaron trabajos grandes."
            ),
            say!(
                lang,
                "Count the processes: {COUNT_PROCESSES}",
                "Cuenta los procesos: {COUNT_PROCESSES}"
            ),
        )
    } else {
        (
            say!(
                lang,
                "The parts add up to {off} more than is seen: one of them is given too high.",
                "Las partes suman {off} más de lo que se ve: alguna se indicó demasiado alta."
            ),
            say!(
                lang,
                "Measure a worker after some traffic: RssAnon in /proc/PID/status.",
                "Mide un worker tras algo de tráfico: RssAnon en /proc/PID/status."
            ),
        )
    };
    Words {
        title: say!(lang, "{seen} seen, {sum} in the sum", "{seen} vistos, {sum} en la suma"),
        why,
        fix,
        cost: String::new(),
        apply: String::new(),
    }
}

/// Whether a tier fits, and why not.
pub fn tier_choice(choice: &TierChoice, reader: Reader) -> String {
    let lang = reader.lang;
    if !choice.fits() {
        return choice
            .unfit
            .iter()
            .map(|reason| unfit(*reason, reader))
            .collect::<Vec<_>>()
            .join("; ");
    }
    let fits = match (choice.cheapest, choice.tier) {
        (true, _) => {
            word!(lang, "fits; the cheapest that does", "cabe; el más barato en el que cabe")
        }
        (false, TierId::Enterprise) => {
            word!(
                lang,
                "fits; from $1,000 of committed spend",
                "cabe; desde $1000 de gasto comprometido"
            )
        }
        (false, TierId::Free | TierId::Trial | TierId::Hobby | TierId::Pro | TierId::Custom) => {
            word!(lang, "fits", "cabe")
        }
    };
    fits.to_owned()
}

/// Why a tier does not carry a service.
pub fn unfit(reason: Unfit, reader: Reader) -> String {
    let lang = reader.lang;
    match reason {
        Unfit::Memory { over } => {
            let over = size(over, reader);
            say!(lang, "the peak is over by {over}", "el pico se pasa en {over}")
        }
        Unfit::Replicas { most } => {
            let most =
                counted(f64::from(most), ["replica", "replicas"], ["réplica", "réplicas"], lang);
            say!(lang, "at most {most}", "como máximo {most}")
        }
        Unfit::Cpu { most } => {
            let most = plain(most, lang);
            say!(lang, "at most {most} vCPU a replica", "como máximo {most} vCPU por réplica")
        }
        Unfit::Credit { after } => {
            let days = counted(after, ["day", "days"], ["día", "días"], lang);
            say!(lang, "the credit is gone after {days}", "el crédito se agota en {days}")
        }
        Unfit::Once { days } => {
            let days = counted(days, ["day", "days"], ["día", "días"], lang);
            say!(lang, "ends after {days}", "termina a los {days}")
        }
    }
}
