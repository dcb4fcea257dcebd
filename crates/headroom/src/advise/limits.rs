//! The limit, the usage limit and the tier.

use super::rule::{Facts, Look, Seen, number, to};
use super::tiers::tiers;
use crate::coefficient::measured;
use crate::plan::{FieldId, SideId};
use crate::units::MB;

/// Another tier fits and costs less, or this one does not fit.
pub(super) fn tier(look: &Look<'_>) -> Option<Seen> {
    let choices = tiers(look.plan, SideId::Target);
    let own = choices.iter().find(|choice| choice.tier == look.plan.railway.tier)?;
    let best = choices.iter().find(|choice| choice.cheapest)?;
    let cheaper = own.bill.total.likely - best.bill.total.likely >= 1.0;
    let better = best.tier != own.tier && (!own.fits() || cheaper);
    let facts = Facts {
        found: own.bill.total.likely,
        wanted: best.bill.total.likely,
        limit: f64::from(u8::from(own.fits())),
    };
    better.then(|| Seen::fix(facts, vec![to(FieldId::Tier, best.tier)]))
}

/// Without a limit of its own a leak grows to the tier's, and is paid for.
pub(super) fn no_limit(look: &Look<'_>) -> Option<Seen> {
    if look.plan.railway.limit.is_some() {
        return None;
    }
    let peak = look.budget.total.peak.high * measured::LIMIT_OVER_PEAK.estimate.likely;
    let limit = (libm::ceil(peak / (50.0 * MB)) * 50.0 * MB).max(100.0 * MB);
    let tier = look.plan.railway.terms().tier.memory;
    (limit < tier).then(|| {
        Seen::fix(
            Facts { wanted: limit, limit: tier, ..Facts::default() },
            vec![to(FieldId::Limit, Some(number(limit)))],
        )
    })
}

/// Nothing stops the bill.
pub(super) fn no_usage_limit(look: &Look<'_>) -> Option<Seen> {
    (!look.plan.railway.usage_limit)
        .then(|| Seen::fix(Facts::default(), vec![to(FieldId::UsageLimit, true)]))
}

/// A service that was seen above its limit does not have that limit yet.
pub(super) fn not_in_force(look: &Look<'_>) -> Option<Seen> {
    let observed = look.plan.railway.observed?.likely;
    let limit = look.budget.limit;
    let facts = Facts { found: observed, limit: limit.bytes, ..Facts::default() };
    (limit.set_by_user && observed > limit.bytes).then(|| Seen::only(facts))
}
