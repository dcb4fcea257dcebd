//! What a service imports, by name, and what a worker of it holds.
//!
//! ## What it counts
//! One warm worker's private memory, measured as a whole: packages import one
//! another, so that their increments do not add up (lab 2 and 27).
//!
//! ## Where it is wrong
//! It is the packages and a small application. Low is a worker after 50 requests,
//! high one that was asked for everything. What the service imports besides comes on
//! top: one measurement of the real worker is better than any name.

use crate::coefficient::{Coefficient, measured};
use crate::setting::choices;

choices! {
    /// What is imported.
    Stack {
        /// In no list: a worker's memory is the figure that is given for it.
        Own = "own",
        /// Django alone.
        Django = "django",
        /// With the REST framework.
        Drf = "drf",
        /// With openpyxl too, as in the lab's service.
        Openpyxl = "openpyxl",
        /// And Celery with its Redis client.
        Celery = "celery",
        /// REST framework, openpyxl, pandas.
        Pandas = "pandas",
        /// The same with `SciPy`, scikit-learn and Matplotlib.
        Science = "science",
        /// pandas, Pillow, `ReportLab`, boto3, Celery and Sentry.
        Business = "business",
        /// Wagtail's start template.
        Wagtail = "wagtail",
        /// A django-oscar shop.
        Oscar = "oscar",
    }
}

impl Stack {
    /// What one of its workers was measured to hold.
    pub fn coefficient(self) -> Option<&'static Coefficient> {
        match self {
            Self::Own => None,
            Self::Django => Some(&measured::STACK_DJANGO),
            Self::Drf => Some(&measured::STACK_DRF),
            Self::Openpyxl => Some(&measured::STACK_OPENPYXL),
            Self::Celery => Some(&measured::STACK_CELERY),
            Self::Pandas => Some(&measured::STACK_PANDAS),
            Self::Science => Some(&measured::STACK_SCIENCE),
            Self::Business => Some(&measured::STACK_BUSINESS),
            Self::Wagtail => Some(&measured::STACK_WAGTAIL),
            Self::Oscar => Some(&measured::STACK_OSCAR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_more_takes_more() {
        let held = |stack: Stack| stack.coefficient().map_or(0.0, |it| it.estimate.likely);
        let each_in_the_next =
            [Stack::Django, Stack::Drf, Stack::Openpyxl, Stack::Pandas, Stack::Science];
        assert!(each_in_the_next.windows(2).all(|pair| held(pair[0]) < held(pair[1])));
    }

    #[test]
    fn increments_of_packages_do_not_add_up() {
        let held = |stack: Stack| stack.coefficient().map_or(0.0, |it| it.estimate.likely);
        let base = held(Stack::Openpyxl);
        let apart = held(Stack::Celery) - base + held(Stack::Pandas) - base;
        assert!(apart > 0.0 && held(Stack::Business) - base > apart);
    }
}
