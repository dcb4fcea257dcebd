//! How many workers there is room for.

use crate::evaluate::{Verdict, outline_of};
use crate::part::workers::CountFrom;
use crate::plan::{Railway, Side};

/// What is proposed where nothing else says how many: most public configurations
/// that write a number write 2 to 4 (`docs/facts.md`, 1), and Gunicorn's manual has
/// 4 to 12 serve hundreds of requests a second.
pub(super) const ENOUGH: u32 = 4;

/// With fewer one slow request stops the service.
const FEWEST: u32 = 2;

/// The largest number of workers up to `most` whose likely peak the limit carries;
/// where not even one does, two.
pub(super) fn workers_that_fit(side: &Side, railway: &Railway, most: u32) -> u32 {
    let mut tried = side.clone();
    tried.workers.count_from = CountFrom::Number;
    let mut fits = |count| {
        tried.workers.count = count;
        !matches!(outline_of(&tried, railway).verdict, Verdict::Over { .. })
    };
    let (mut fitting, mut upper) = (0, most);
    while fitting < upper {
        let middle = fitting + (upper - fitting).div_ceil(2);
        if fits(middle) {
            fitting = middle;
        } else {
            upper = middle - 1;
        }
    }
    if fitting == 0 { FEWEST.min(most) } else { fitting }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::fresh;
    use crate::units::{Estimate, MB};

    #[test]
    fn one_more_worker_would_not_fit() {
        let mut plan = fresh();
        plan.railway.limit = Some(Estimate::exact(1000.0 * MB));
        let fitting = workers_that_fit(&plan.target, &plan.railway, 100);
        let over = |count| {
            let mut side = plan.target.clone();
            side.workers.count = count;
            matches!(outline_of(&side, &plan.railway).verdict, Verdict::Over { .. })
        };
        assert!(fitting > 1 && !over(fitting) && over(fitting + 1), "{fitting}");
    }

    #[test]
    fn where_all_fit_the_answer_is_all_and_where_none_does_two() {
        let mut plan = fresh();
        assert_eq!(workers_that_fit(&plan.target, &plan.railway, 4), 4);
        plan.railway.limit = Some(Estimate::exact(64.0 * MB));
        assert_eq!(workers_that_fit(&plan.target, &plan.railway, 4), 2);
        assert_eq!(workers_that_fit(&plan.target, &plan.railway, 1), 1);
    }
}
