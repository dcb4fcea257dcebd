//! `variables.Dockerfile`: the lines for an image of one's own.

use askama::Template;

use super::{Variables, variables};
use crate::export::sheet::{Sheet, file};
use crate::export::{ArtefactId, escape};
use crate::text::artefacts::containers::Remark;

#[derive(Template)]
#[template(path = "variables.Dockerfile", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    variables: Variables,
}

pub(in crate::export) fn render(sheet: &Sheet<'_>) -> String {
    file(&File { sheet, variables: variables(sheet).in_container() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Context;
    use crate::part::allocator::Allocator;
    use crate::plan::{SideId, fresh};
    use crate::text::Lang;

    #[test]
    fn the_library_is_installed_before_it_is_named() {
        let mut plan = fresh();
        plan.target.workers.allocator = Allocator::Jemalloc;
        let context = Context { plan: &plan, lang: Lang::En, link: "" };
        let lines = render(&Sheet::new(&context, SideId::Target));
        let at = |part| lines.find(part).unwrap_or_else(|| panic!("{part} in\n{lines}"));
        assert!(at("RUN apt-get") < at("ENV LD_PRELOAD="), "{lines}");
        assert!(!lines.contains("RAILPACK"), "{lines}");
    }
}
