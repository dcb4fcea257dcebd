//! `railway_limit.sh`: the memory limit and the usage alert, through Railway's command.

use askama::Template;

use super::sheet::{LimitFrom, Sheet, file, tier_name};
use super::{ArtefactId, escape};
use crate::railway::UsageLimits;
use crate::text::artefacts::railway::Remark;
use crate::units::integer;

#[derive(Template)]
#[template(path = "railway_limit.sh", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    bytes: u64,
    limit_why: String,
    message: String,
    usage: Option<Usage>,
    tier: &'static str,
}

/// Whole dollars.
struct Usage {
    why: String,
    soft: u64,
    hard: u64,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    let (limit, from) = sheet.limit();
    let name = escape::comment(&sheet.plan.name);
    let tier = sheet.plan.railway.tier;
    let mut why = limit_why(sheet, limit, from);
    why.push(Remark::LimitApplies);
    file(&File {
        sheet,
        bytes: integer(limit),
        limit_why: sheet.notes(&why),
        message: escape::shell(format!("Headroom: {name}").trim_end_matches([':', ' '])),
        usage: sheet.plan.railway.terms().tier.billed_beyond.then(|| usage(sheet)),
        tier: tier_name(tier, sheet.lang),
    })
}

/// Why the limit is what it is.
pub(super) fn limit_why(sheet: &Sheet<'_>, limit: f64, from: LimitFrom) -> Vec<Remark<'static>> {
    let peak = sheet.budget.total.peak;
    let mut why = vec![match from {
        LimitFrom::Plan => Remark::LimitOfPlan { limit, replicas: sheet.side.service.replicas },
        LimitFrom::Peak => Remark::LimitFromPeak { peak: peak.high },
        LimitFrom::Tier => Remark::LimitOfTier { limit, peak: peak.high },
    }];
    if peak.likely > limit {
        why.push(Remark::LimitBelowPeak { by: peak.likely - limit });
    }
    why
}

fn usage(sheet: &Sheet<'_>) -> Usage {
    let used = sheet.budget.bill.usage.likely;
    let UsageLimits { soft, hard } = UsageLimits::around(used);
    Usage {
        why: sheet.note(&Remark::UsageAlert { bill: used }),
        soft: integer(soft),
        hard: integer(hard),
    }
}
