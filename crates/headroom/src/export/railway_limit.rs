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
    // Rounding up adds less than a dollar: what is more is Railway's least.
    let mut why = vec![if soft > used * 1.25 + 1.0 {
        Remark::UsageLeast { bill: used, soft }
    } else {
        Remark::UsageAlert { bill: used }
    }];
    if sheet.plan.railway.usage_limit {
        why.push(Remark::UsageReplaced);
    }
    Usage { why: sheet.notes(&why), soft: integer(soft), hard: integer(hard) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Context;
    use crate::plan::{Plan, SideId, fresh};
    use crate::text::Lang;
    use crate::units::{Estimate, GB};

    fn script(plan: &Plan) -> String {
        let context = Context { plan, lang: Lang::En, link: "" };
        render(&Sheet::new(&context, SideId::Target))
    }

    #[test]
    fn a_limit_that_is_the_tiers_is_still_the_plans() {
        let mut plan = fresh();
        assert!(script(&plan).contains("The plan sets no limit"));
        plan.railway.limit = Some(Estimate::exact(8.0 * GB));
        let script = script(&plan);
        assert!(script.contains("\"memoryBytes\": 8000000000"), "{script}");
        assert!(!script.contains("sets no limit"), "{script}");
    }

    #[test]
    fn the_comment_says_where_the_alert_comes_from() {
        let mut plan = fresh();
        assert!(script(&plan).contains("passes $5.00, Railway's lowest"), "{}", script(&plan));
        assert!(!script(&plan).contains("this replaces its alert"));
        plan.railway.usage_limit = true;
        assert!(script(&plan).contains("this replaces its alert"));
    }
}
