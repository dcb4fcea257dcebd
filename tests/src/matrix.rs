//! The plans whose exports are run: by `tests/snippets.rs` with what any machine has,
//! and by `lab/artefacts` against the real programs.

use headroom::evaluate::evaluate;
use headroom::export::{Context, escape};
use headroom::part::exports::Format;
use headroom::part::workers::{CountFrom, CountSet, Preload, WorkerClass};
use headroom::plan::{FIELDS, Plan, SideId, fresh, note};
use headroom::railway::TierId;
use headroom::setting::{Bounds, Value};
use headroom::text::Lang;
use headroom::units::{Estimate, GB, integer};
use serde_json::json;

/// What strangers write into names and links. Where a shell runs one of them, a file
/// named `pwned` appears.
pub const HOSTILE: &[&str] = &[
    "'; touch pwned; '",
    "\"; touch pwned; \"",
    "\"\"\"\nopen('pwned', 'w')\n\"\"\"",
    "$(touch pwned) `touch pwned` ${{Postgres.DATABASE_URL}} $${{A}}",
    "\nimport os; os.system('touch pwned')\n",
    "JSON\ntouch pwned\n",
    "-*- coding: utf-7 -*-\r+AAo-open('pwned','w')",
    "\u{202e}drow\u{2066} \u{2028}open('pwned','w')\u{2029}\u{85}\u{c}touch pwned",
    "a\0b\u{1b}[31m\\",
    "\\'\\\"\\\n#",
    "ruff: noqa\n# shellcheck disable=all",
    "El servicio de Begoña: 5 GB, 漢字 🚂",
];

/// A plan to export, and how.
#[derive(Debug)]
pub struct Case {
    /// Its target is exported.
    pub plan: Plan,
    /// What a stranger may have made of its link.
    pub link: String,
    /// The language of the comments.
    pub lang: Lang,
}

impl Case {
    /// What its artefacts are made from.
    pub fn context(&self) -> Context<'_> {
        Context { plan: &self.plan, link: &self.link, lang: self.lang }
    }

    /// The same without a word of the user's.
    #[must_use]
    pub fn nameless(&self) -> Self {
        Self {
            plan: Plan { name: String::new(), ..self.plan.clone() },
            link: String::new(),
            lang: self.lang,
        }
    }

    /// How many workers the target starts.
    pub fn workers(&self) -> u32 {
        evaluate(&self.plan, SideId::Target).crew.workers
    }

    /// The limit that the target asks for: the plan's own, or 1.5 times the highest
    /// peak in steps of 50 MB, and never more than the tier's.
    pub fn limit(&self) -> u64 {
        let budget = evaluate(&self.plan, SideId::Target);
        let limit = integer(budget.limit.bytes);
        if self.plan.railway.limit.is_some() {
            return limit;
        }
        let peak = integer(budget.total.peak.high * 1.5 + 0.5);
        (peak.div_ceil(50_000_000) * 50_000_000).clamp(64_000_000, limit.max(64_000_000)).min(limit)
    }
}

/// Every class, preload and place of the count, with everything else varied along; each
/// class with every number at an end of what it may be; the examples in both languages.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for class in WorkerClass::ALL {
        for preload in Preload::ALL {
            for count_set in CountSet::ALL {
                let at = cases.len();
                let mut plan = varied(at);
                plan.target.workers.class = *class;
                plan.target.workers.preload = *preload;
                plan.target.workers.count_set = *count_set;
                let link =
                    format!("https://headroom.example/#1{}", HOSTILE[(at + 5) % HOSTILE.len()]);
                cases.push(Case { plan, link, lang: Lang::ALL[at % 2] });
            }
        }
    }
    for (at, class) in WorkerClass::ALL.iter().enumerate() {
        for highest in [false, true] {
            let plan = extreme(*class, highest);
            let link = "https://headroom.example/".to_owned();
            cases.push(Case { plan, link, lang: Lang::ALL[at % 2] });
        }
    }
    for plan in [note(), fresh()] {
        let link = "https://headroom.example/#1AbCdEf0_-".to_owned();
        cases.extend(Lang::ALL.map(|lang| Case { plan: plan.clone(), link: link.clone(), lang }));
    }
    cases
}

/// The plan at a place of the matrix.
fn varied(at: usize) -> Plan {
    let of = |choices: &[u32]| choices[at % choices.len()];
    let mut plan = if at.is_multiple_of(3) { note() } else { fresh() };
    plan.name =
        if at == 35 { "x\"'".repeat(400_000) } else { HOSTILE[at % HOSTILE.len()].to_owned() };
    plan.railway.tier = TierId::ALL[at % TierId::ALL.len()];
    plan.railway.limit = (!at.is_multiple_of(4)).then_some(Estimate::exact(0.3 * GB));
    plan.railway.host_cpus = of(&[2, 8, 48, 4]);
    plan.current.workers.count_set = CountSet::ALL[at / 4 % 4];
    let target = &mut plan.target;
    target.workers.count = of(&[2, 3, 1, 0, 40]);
    target.workers.count_from = if at % 7 == 6 { CountFrom::Cpus } else { CountFrom::Number };
    target.workers.threads = of(&[4, 1, 16]);
    target.workers.connections = of(&[500, 1000, 50]);
    target.workers.max_requests = of(&[1000, 0, 50, 1]);
    target.workers.jitter = of(&[200, 0, 1_000_000]);
    target.pooling.pool = at.is_multiple_of(2);
    target.pooling.pgbouncer = at % 3 == 1;
    target.pooling.health_checks = at % 4 < 2;
    target.pooling.conn_max_age = if (at / 2).is_multiple_of(2) { 0 } else { 600 };
    target.exports.format = Format::ALL[at % 3];
    target.exports.chunk = of(&[2000, 100, 1, 1_000_000]);
    target.queries.debug = at.is_multiple_of(5);
    target.service.replicas = of(&[1, 3]);
    plan
}

/// Every number of the plan at the lowest or the highest that it may be, less what a
/// machine cannot start: the workers.
fn extreme(class: WorkerClass, highest: bool) -> Plan {
    let mut plan = fresh();
    for field in FIELDS {
        if let Some(Bounds { min, max, .. }) = field.kind.bounds() {
            let end = Estimate::exact(if highest { max } else { min });
            for side in SideId::ALL {
                field.set(&mut plan, *side, Value::Number(end));
            }
        }
    }
    plan.target.workers.class = class;
    plan.target.workers.count = if highest { 3 } else { 1 };
    plan.target.pooling.pool = highest;
    plan
}

/// What the plan says of the case, for checks in other languages.
pub fn wanted(case: &Case) -> serde_json::Value {
    let target = &case.plan.target;
    json!({
        "lang": case.lang.code(),
        "workers": case.workers(),
        "count_set": target.workers.count_set.key(),
        "class": target.workers.class.key(),
        "threads": target.workers.threads,
        "connections": target.workers.connections,
        "preload": target.workers.preload.key(),
        "max_requests": target.workers.max_requests,
        "jitter": target.workers.jitter,
        "conn_max_age": target.pooling.conn_max_age,
        "health_checks": target.pooling.health_checks,
        "pgbouncer": target.pooling.pgbouncer,
        "pool": target.pooling.pool,
        "pool_max": target.pooling.pool_max,
        "replicas": target.service.replicas,
        "rows": target.queries.rows.likely,
        "format": target.exports.format.key(),
        "chunk": target.exports.chunk,
        "logged_name": escape::comment(&case.plan.name),
        "limit": case.limit(),
    })
}
