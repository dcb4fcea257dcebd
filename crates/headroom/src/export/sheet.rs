//! What all artefacts share: the figures they are made from, their head, their comments.

use std::cell::OnceCell;

use askama::Template;

use super::carried::carried;
use super::{ArtefactId, Context, escape};
use crate::advise::{Advice, advise};
use crate::evaluate::{Budget, evaluate};
use crate::part::workers::WorkerClass;
use crate::plan::{Plan, Side, SideId};
use crate::railway::{TierId, memory_limit};
use crate::text::artefacts::{Remark, Sentence, goes_where};
use crate::text::{Lang, Reader, Sizes, findings, page, word};

/// A longer link than any that the page makes is left out.
const LONGEST_LINK: usize = 100_000;

/// Comments end at this column.
const WIDTH: usize = 88;

/// Seconds that Gunicorn gives to what is under way: its default.
pub(super) const GRACEFUL_SECONDS: u32 = 30;

/// Seconds that Railway is to wait: Gunicorn's, and five to end.
pub(super) const DRAINING_SECONDS: u32 = 35;

/// Where a limit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LimitFrom {
    /// The user set it.
    Plan,
    /// The target's peak.
    Peak,
    /// The tier: the peak asks for more.
    Tier,
}

/// A side of a plan, evaluated: the target, but where the current one is compared with it.
pub(super) struct Sheet<'a> {
    pub(super) plan: &'a Plan,
    id: SideId,
    pub(super) side: &'a Side,
    pub(super) budget: Budget,
    pub(super) lang: Lang,
    pub(super) link: String,
    advice: OnceCell<Advice>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(context: &Context<'a>, id: SideId) -> Self {
        let link = if context.link.len() <= LONGEST_LINK {
            escape::address(context.link)
        } else {
            String::new()
        };
        Self {
            plan: context.plan,
            id,
            side: context.plan.side(id),
            budget: evaluate(context.plan, id),
            lang: context.lang,
            link,
            advice: OnceCell::new(),
        }
    }

    /// What is advised on the plan, worked out once for all files.
    pub(super) fn advice(&self) -> &Advice {
        self.advice.get_or_init(|| advise(self.plan))
    }

    /// The memory limit to set: the plan's own, or one that is made from the target's peak.
    pub(super) fn limit(&self) -> (f64, LimitFrom) {
        let limit = self.budget.limit;
        // One above the tier's own is the tier's, and meant all the same.
        if self.plan.railway.limit.is_some() {
            return (limit.bytes, LimitFrom::Plan);
        }
        let wanted = memory_limit(self.budget.total.peak.high);
        if wanted < limit.bytes {
            (wanted, LimitFrom::Peak)
        } else {
            (limit.bytes, LimitFrom::Tier)
        }
    }

    /// `CONN_MAX_AGE` as it is exported: what would not start, or would leak, is 0, whatever
    /// the plan says.
    pub(super) fn conn_max_age(&self) -> u32 {
        let gevent = matches!(self.side.workers.class, WorkerClass::Gevent);
        if self.side.pooling.pool || gevent { 0 } else { self.side.pooling.conn_max_age }
    }

    /// What stands at the top. The plan's name comes third: in the first two lines of
    /// a Python file a comment can name the file's encoding.
    pub(super) fn head(&self, id: ArtefactId) -> String {
        self.head_after("# ", id)
    }

    /// The same where comments begin with another mark.
    pub(super) fn head_after(&self, mark: &str, id: ArtefactId) -> String {
        let terms = self.plan.railway.terms();
        let name = escape::comment(&self.plan.name);
        let mut lines =
            vec![Remark::MadeBy(id.key()).text(self.lang), goes_where(id, self.lang).to_owned()];
        if !name.trim().is_empty() {
            lines.push(Remark::Plan(&name).text(self.lang));
        }
        if !self.link.is_empty() {
            lines.push(self.link.clone());
        }
        let mut head: Vec<String> =
            lines.into_iter().map(|line| format!("{mark}{}", line.trim_end())).collect();
        let figures = Remark::Figures {
            side: self.id,
            idle: self.budget.total.idle.likely,
            peak: self.budget.total.peak.likely,
            verdict: self.budget.verdict,
            limit: self.budget.limit.bytes,
        };
        let bill = Remark::Bill {
            dollars: self.budget.bill.total.likely,
            tier: tier_name(self.plan.railway.tier, self.lang),
            own_prices: terms.overridden,
        };
        head.extend([self.note_after(mark, &figures), self.note_after(mark, &bill)]);
        if self.budget.bill.credit.is_some() {
            head.push(self.note_after(mark, &Remark::Credit(&self.budget.bill)));
        }
        if let Some(titles) = self.carries_out(id) {
            head.push(self.note_after(mark, &Remark::CarriesOut(&titles)));
        }
        head.join("\n")
    }

    /// The findings that the target side's file carries out, by their titles.
    fn carries_out(&self, id: ArtefactId) -> Option<String> {
        let reader = Reader { lang: self.lang, sizes: Sizes::Decimal };
        let title = |finding| escape::comment(&findings::title(finding, reader));
        let titles: Vec<String> = match self.id {
            SideId::Current => Vec::new(),
            SideId::Target => carried(id, self.advice()).map(title).collect(),
        };
        (!titles.is_empty()).then(|| titles.join("; "))
    }

    /// A sentence as a comment of its own lines.
    pub(super) fn note(&self, sentence: &impl Sentence) -> String {
        self.note_after("# ", sentence)
    }

    /// The same where comments begin with another mark.
    pub(super) fn note_after(&self, mark: &str, sentence: &impl Sentence) -> String {
        wrapped(&sentence.text(self.lang), mark)
    }

    /// Several sentences, each from a new line.
    pub(super) fn notes<S: Sentence>(&self, sentences: &[S]) -> String {
        self.notes_after("# ", sentences)
    }

    /// The same where comments begin with another mark.
    pub(super) fn notes_after<S: Sentence>(&self, mark: &str, sentences: &[S]) -> String {
        let notes = sentences.iter().map(|sentence| self.note_after(mark, sentence));
        notes.collect::<Vec<_>>().join("\n")
    }

    /// A sentence as a comment inside a block.
    pub(super) fn note_inside(&self, sentence: &impl Sentence) -> String {
        wrapped(&sentence.text(self.lang), "    # ")
    }

    /// A sentence at the end of a line, or as a docstring.
    pub(super) fn words(&self, sentence: &impl Sentence) -> String {
        plain_spaces(&sentence.text(self.lang))
    }
}

/// A rendered template that ends in one line end. Writing to a string does not fail.
pub(super) fn file(template: &impl Template) -> String {
    let text = template.render().unwrap_or_default();
    format!("{}\n", text.trim_end())
}

/// What Railway calls the tier; in a file, "Custom" alone would say too little.
pub(super) fn tier_name(id: TierId, lang: Lang) -> &'static str {
    match id {
        TierId::Custom => word!(lang, "Your own terms", "Tus propias condiciones"),
        TierId::Free | TierId::Trial | TierId::Hobby | TierId::Pro | TierId::Enterprise => {
            page::tier_name(id, lang)
        }
    }
}

/// A number as Python and TypeScript write it: `850_000_000`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// The text in lines of a comment. A figure stays with its unit.
fn wrapped(text: &str, prefix: &str) -> String {
    let text = text.replace(": lab ", ": lab\u{a0}");
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(format!("{prefix}{word}")),
        }
    }
    plain_spaces(&lines.join("\n"))
}

/// Figures are written with spaces that do not break, which has no place in code.
fn plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_wrapped_and_keep_a_figure_with_its_unit() {
        let text = format!("{} 3.75\u{a0}GB", "word ".repeat(16).trim_end());
        let lines = wrapped(&text, "# ");
        assert!(lines.lines().all(|line| line.starts_with("# ") && line.len() <= WIDTH), "{lines}");
        assert!(lines.ends_with("3.75 GB"), "{lines}");
        assert!(!wrapped(&"word ".repeat(40), "    # ").contains("  word"));
    }

    #[test]
    fn numbers_are_grouped_as_in_python() {
        assert_eq!(grouped(850_000_000), "850_000_000");
        assert_eq!(grouped(54_400), "54_400");
        assert_eq!(grouped(7), "7");
    }

    #[test]
    fn tiers_have_the_names_that_railway_gives_them() {
        assert_eq!(tier_name(TierId::Hobby, Lang::En), "Hobby");
        assert_eq!(tier_name(TierId::Custom, Lang::Es), "Tus propias condiciones");
    }
}
