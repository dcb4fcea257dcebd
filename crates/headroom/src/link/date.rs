//! Days since 2025-01-01 as dates and back: two bytes in a link.

/// 2025-01-01, counted from 0000-03-01.
const START: i64 = 739_557;

/// The last day that is told apart: the end of 2099.
const LAST: u64 = 27_392;

/// The day of a date such as `2026-08-21`; zero for what is none.
pub(super) fn day(date: &str) -> u64 {
    let mut numbers = date.split('-').map(|part| part.parse::<i64>().unwrap_or_default());
    let (year, month, day) = (numbers.next(), numbers.next(), numbers.next());
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return 0 };
    // Years that begin in March have their leap day at the end.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1;
    u64::try_from(days - START).unwrap_or_default()
}

/// The date of a day.
pub(super) fn date(day: u64) -> String {
    let day = day.min(LAST);
    let mut year = 2025;
    let mut rest = day;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if rest < length {
            break;
        }
        rest -= length;
        year += 1;
    }
    let months = [31, if is_leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 1;
    for length in months {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", rest + 1)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_the_same() {
        assert_eq!(day("2025-01-01"), 0);
        assert_eq!(day("2026-08-21"), 597);
        assert_eq!(date(597), "2026-08-21");
        assert_eq!(date(u64::MAX), "2099-12-31");
        for number in 0..=LAST {
            assert_eq!(day(&date(number)), number);
        }
        assert_eq!(day("rubbish"), 0);
    }
}
