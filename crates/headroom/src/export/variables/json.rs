//! `variables.json`: the same for programs, without a word of why.

use super::variables;
use crate::export::escape;
use crate::export::sheet::Sheet;

pub(in crate::export) fn render(sheet: &Sheet<'_>) -> String {
    let set = variables(sheet).set;
    let lines: Vec<String> = set
        .iter()
        .map(|variable| {
            format!("  {}: {}", escape::json(variable.key), escape::json(&variable.value))
        })
        .collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}
