//! The main flow: identify → differentiate → interact → customize.

use crate::customize::{Offers, customize};
use crate::differentiate::{Standing, differentiate};
use crate::identify::{Book, Corrections, Progress, Source, identify_with};
use crate::interact::{Plan, interact};
use crate::recipe::Checked;
use crate::{Error, Result};

/// What the whole flow gives.
#[derive(Debug)]
pub struct Outcome {
    /// Who the customers are and what they bought.
    pub book: Book,
    /// Who is worth what, and why.
    pub standing: Standing,
    /// How each tier is talked to.
    pub plan: Plan,
    /// What each tier is offered.
    pub offers: Offers,
}

/// Files and a recipe in, everything out.
///
/// # Errors
/// When there is nothing to go on with: see [`crate::ErrorKind`].
pub fn run(sources: &mut [Box<dyn Source>], recipe: &Checked, progress: &mut dyn FnMut(Progress)) -> Result<Outcome> {
    run_with(sources, recipe, &Corrections::default(), progress)
}

/// The same with what somebody decided about single cells and single customers.
///
/// # Errors
/// As [`run`].
pub fn run_with(
    sources: &mut [Box<dyn Source>],
    recipe: &Checked,
    corrections: &Corrections,
    progress: &mut dyn FnMut(Progress),
) -> Result<Outcome> {
    // Identify: who are my customers, and can I trust this data?
    let book = identify_with(sources, recipe, corrections, progress)?;
    decide(book, recipe).map_err(|stopped| stopped.0)
}

/// The same from a clean book on: what runs again when a threshold moves.
///
/// # Errors
/// When the sums do not fit or nobody can be scored: see [`crate::ErrorKind`]. The book comes back
/// with the error, so that an import is not lost by a wrong setting.
pub fn decide(book: Book, recipe: &Checked) -> std::result::Result<Outcome, Box<(Error, Book)>> {
    // Differentiate: who is worth what, and where are they going?
    let standing = match differentiate(&book, recipe) {
        Ok(standing) => standing,
        Err(error) => return Err(Box::new((error, book))),
    };
    // Interact: how, how often, through which channel and by whom do we talk to each tier?
    let plan = interact(&standing, recipe);
    // Customize: what do we offer, and which service do they get?
    let offers = customize(&book, &standing, recipe);
    Ok(Outcome { book, standing, plan, offers })
}

/// The same for an outcome whose recipe changed behind `cleaning`: what runs at every move of a threshold. Only what the change
/// touches is computed again. The offers stay those of before: they read every order, so whoever shows them makes them anew
/// ([`customize`]).
///
/// # Errors
/// As [`decide`]; the outcome stays as it was.
pub fn decide_again(outcome: &mut Outcome, recipe: &Checked) -> Result<()> {
    let Outcome { book, standing, plan, .. } = outcome;
    standing.rescore(book, recipe)?;
    *plan = interact(standing, recipe);
    Ok(())
}
