//! A run of named steps that stops at the first failure and ends with a table of times.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
    failed: Option<String>,
}

impl Steps {
    /// Runs all steps that `work` asks for, then prints what each took.
    pub fn run(work: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let mut steps = Self::default();
        let outcome = work(&mut steps);
        steps.print();
        outcome
    }

    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let outcome = work();
        self.done.push((name.to_owned(), start.elapsed()));
        if outcome.is_err() {
            self.failed = Some(name.to_owned());
        }
        outcome.with_context(|| format!("step \"{name}\""))
    }

    fn print(&self) {
        println!();
        for (name, took) in &self.done {
            let mark = if self.failed.as_ref() == Some(name) { "FAILED" } else { "ok" };
            println!("{mark:>6}  {:>6} s  {name}", took.as_secs());
        }
    }
}
