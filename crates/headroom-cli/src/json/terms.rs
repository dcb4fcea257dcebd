//! What a part is made of: its terms, their factors, and where each number comes from.

use headroom::part::{Amount, Factor, Origin, Term};
use serde_json::{Value, json};

use super::range;

pub(super) fn terms(terms: &[Term]) -> Value {
    terms.iter().map(term).collect()
}

fn term(term: &Term) -> Value {
    json!({
        "name": term.name.key(),
        "counts": term.counts.key(),
        "bytes": range(term.bytes),
        "factors": term.factors.iter().map(factor).collect::<Value>(),
    })
}

fn factor(factor: &Factor) -> Value {
    let (unit, amount) = match factor.amount {
        Amount::Bytes(amount) => ("bytes", amount),
        Amount::Number(amount) => ("number", amount),
        Amount::Ratio(amount) => ("ratio", amount),
    };
    json!({
        "name": factor.noun.key(),
        "unit": unit,
        "amount": range(amount),
        "origin": origin(factor.origin),
    })
}

fn origin(origin: Origin) -> Value {
    match origin {
        Origin::Default(coefficient) => json!({
            "kind": "default",
            "coefficient": coefficient.key,
            "source": coefficient.source,
            "date": coefficient.date,
        }),
        Origin::Start => json!({ "kind": "start" }),
        Origin::Yours => json!({ "kind": "yours" }),
        Origin::Measured => json!({ "kind": "measured" }),
        Origin::Calculated => json!({ "kind": "calculated" }),
    }
}
