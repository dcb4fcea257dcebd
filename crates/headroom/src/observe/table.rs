//! `ps` and `smem`: a line that names the columns, then a row a process.

use super::amount::kibibytes;
use super::reading::Taken;
use super::{Meter, Process, Why};

/// The table that is being read.
#[derive(Default)]
pub(super) struct Table {
    columns: Option<Columns>,
    pub(super) processes: Vec<Process>,
}

struct Columns {
    names: Vec<Column>,
    /// The command's place: it alone can be several words, or none. Of a name and a command
    /// line, which `ps` calls the same, it is the second.
    wide: Option<usize>,
    /// Below a rule are sums.
    summed: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Column {
    Pid,
    Parent,
    Bytes(Meter),
    Command,
    Other,
}

impl Table {
    pub(super) fn end(&mut self) {
        self.columns = None;
    }

    /// Names of columns, of which one is a meter.
    pub(super) fn header(&mut self, line: &str) -> Taken {
        let names: Vec<Column> = line.split_whitespace().map(column).collect();
        let metered = names.iter().any(|name| matches!(name, Column::Bytes(_)));
        let of_processes = names.contains(&Column::Pid) || names.contains(&Column::Command);
        if !metered || !of_processes {
            return Taken::No;
        }
        let wide = names.iter().rposition(|name| *name == Column::Command);
        self.columns = Some(Columns { names, wide, summed: false });
        Taken::Yes
    }

    pub(super) fn row(&mut self, line: &str) -> Taken {
        let Some(columns) = &mut self.columns else { return Taken::No };
        if line.chars().all(|c| c == '-') {
            columns.summed = true;
        }
        if columns.summed {
            return Taken::Yes;
        }
        match columns.process(line) {
            Ok(process) => {
                // Threads of the kernel have no memory of their own.
                if Meter::ALL.iter().any(|meter| process.figure(*meter) > Some(0.0)) {
                    self.processes.push(process);
                }
                Taken::Yes
            }
            Err(why) => Taken::Wrong(why),
        }
    }
}

impl Columns {
    fn process(&self, line: &str) -> Result<Process, Why> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let narrow = self.names.len() - usize::from(self.wide.is_some());
        let Some(wide_words) = words.len().checked_sub(narrow) else { return Err(Why::ShortRow) };
        if self.wide.is_none() && wide_words > 0 {
            return Err(Why::Unknown);
        }
        let mut process = Process::default();
        for (at, name) in self.names.iter().enumerate() {
            let place = match self.wide {
                Some(wide) if at > wide => at + wide_words - 1,
                Some(_) | None => at,
            };
            let word = words.get(place).copied().unwrap_or_default();
            match name {
                Column::Pid => process.pid = Some(word.parse().map_err(|_| Why::Unknown)?),
                Column::Parent => process.parent = Some(word.parse().map_err(|_| Why::Unknown)?),
                Column::Bytes(meter) => {
                    process.put(*meter, kibibytes(word).ok_or(Why::NotASize)?);
                }
                Column::Command => {
                    process.command = words[at.min(words.len())..][..wide_words].join(" ");
                }
                Column::Other => {}
            }
        }
        Ok(process)
    }
}

fn column(name: &str) -> Column {
    match name.to_ascii_uppercase().as_str() {
        "PID" => Column::Pid,
        "PPID" => Column::Parent,
        "RSS" | "RSZ" | "RSSIZE" => Column::Bytes(Meter::Rss),
        "PSS" => Column::Bytes(Meter::Pss),
        "USS" => Column::Bytes(Meter::Uss),
        "COMMAND" | "CMD" | "ARGS" => Column::Command,
        _ => Column::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Process> {
        let mut table = Table::default();
        for line in text.lines() {
            if matches!(table.header(line), Taken::No) {
                assert!(matches!(table.row(line), Taken::Yes), "{line}");
            }
        }
        table.processes
    }

    #[test]
    fn columns_stand_in_any_order_on_both_sides_of_the_command() {
        let ps = of(include_str!("samples/ps_aux.txt"));
        assert_eq!(ps.len(), 4);
        assert_eq!((ps[0].pid, ps[0].figure(Meter::Rss)), (Some(12162), Some(26492.0 * 1024.0)));
        assert!(ps[0].command.ends_with("app:application"), "{}", ps[0].command);
        let smem = of(include_str!("samples/smem.txt"));
        assert_eq!(smem.len(), 5, "the sum below the rule is no process");
        assert_eq!(smem[2].figure(Meter::Uss), Some(25_000.0 * 1024.0));
        let units = of(include_str!("samples/smem_k.txt"));
        assert_eq!(units[2].figure(Meter::Pss), Some(26.4 * 1024.0 * 1024.0));
    }

    #[test]
    fn a_name_before_the_command_line_is_one_word() {
        let ps = of(
            "PID COMMAND RSS COMMAND\n12 gunicorn 26492 /usr/bin/python3 gunicorn app:application",
        );
        assert_eq!(ps[0].figure(Meter::Rss), Some(26492.0 * 1024.0));
        assert_eq!(ps[0].command, "/usr/bin/python3 gunicorn app:application");
    }

    #[test]
    fn a_row_without_a_size_or_a_column_is_wrong() {
        let mut table = Table::default();
        table.header("PID PPID RSS COMMAND");
        assert!(matches!(table.row("1 0 much gunicorn"), Taken::Wrong(Why::NotASize)));
        assert!(matches!(table.row("1 0"), Taken::Wrong(Why::ShortRow)));
    }
}
