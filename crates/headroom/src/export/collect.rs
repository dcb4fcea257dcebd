//! `collect.sh`: one line that prints what a running service holds, to be pasted into
//! the page or given to `headroom calibrate`.
//!
//! It wants no more than `sh`, `grep` and `cut`, which slim Debian and Alpine images
//! have; `ps` they lack. It prints figures and names of programs: no command lines, no
//! environment.

use askama::Template;

use super::ArtefactId;
use super::sheet::{Sheet, file};
use crate::text::artefacts::railway::Remark;

/// Each process of Gunicorn by `/proc`, then the container by its cgroup, of version 2
/// or 1; there `shmem` stands before `total_shmem`, which counts. The brackets keep
/// `grep` itself out, as in a count of processes.
pub const COLLECT: &str = "\
    echo '# processes'; \
    grep -ls '[g]unicorn' /proc/[0-9]*/cmdline | cut -d/ -f3 | while read -r p; do \
    grep -HsE '^(Name|PPid|VmRSS|RssAnon|Rss|Pss|Anonymous|Private_[CD][a-z]+):' \"/proc/$p/status\" \"/proc/$p/smaps_rollup\"; \
    done; \
    echo '# container'; \
    (cd /sys/fs/cgroup && grep -HsE '^([0-9]+$|(anon|file|shmem|total_rss|total_cache|total_shmem) )' \
    memory.current memory.peak memory.stat memory/memory.usage_in_bytes memory/memory.max_usage_in_bytes memory/memory.stat)";

#[derive(Template)]
#[template(path = "collect.sh", escape = "none")]
struct File<'a> {
    sheet: &'a Sheet<'a>,
    command: &'static str,
}

pub(super) fn render(sheet: &Sheet<'_>) -> String {
    file(&File { sheet, command: COLLECT })
}
