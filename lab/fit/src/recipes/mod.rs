//! Every coefficient: which rows it comes from, and how.

mod allocators;
mod exports;
mod jobs;
mod preload;
mod rest;
mod stacks;
mod uploads;
mod workers;

use crate::recipe::Recipe;

/// All of them, in the order of the file.
pub const ALL: &[&[Recipe]] = &[
    workers::RECIPES,
    stacks::RECIPES,
    preload::RECIPES,
    exports::RECIPES,
    jobs::RECIPES,
    allocators::RECIPES,
    uploads::RECIPES,
    rest::RECIPES,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_coefficient_has_two_recipes() {
        let keys: Vec<_> = ALL.iter().copied().flatten().map(|recipe| recipe.key).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
    }
}
