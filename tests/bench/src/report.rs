//! The table.

use anyhow::Result;
use serde::Serialize;
use std::path::Path;

/// One budget.
#[derive(Debug, Serialize)]
struct Row {
    what: &'static str,
    measured: String,
    budget: String,
    /// None where the row is absolute and only says something on a quiet reference machine.
    met: Option<bool>,
}

/// All rows of a run.
pub struct Report {
    only: Option<String>,
    rows: Vec<Row>,
}

impl Report {
    /// Keeps only rows whose name contains `only`.
    pub fn new(only: Option<String>) -> Self {
        Self { only, rows: Vec::new() }
    }

    /// Whether anybody asked for this.
    pub fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.contains(only.as_str()))
    }

    /// A ratio or a bound that holds on any machine.
    pub fn ratio(&mut self, what: &'static str, measured: String, budget: String, met: bool) {
        self.rows.push(Row { what, measured, budget, met: Some(met) });
    }

    /// A time that depends on the machine.
    pub fn absolute(&mut self, what: &'static str, measured: String, budget: String) {
        self.rows.push(Row { what, measured, budget, met: None });
    }

    /// Prints the table.
    #[expect(clippy::print_stdout, reason = "the table is what the program is for")]
    pub fn print(&self) {
        println!("| what | measured | budget | |\n|---|---|---|---|");
        for row in &self.rows {
            let met = match row.met {
                Some(true) => "met",
                Some(false) => "MISSED",
                None => "°",
            };
            println!("| {} | {} | {} | {met} |", row.what, row.measured, row.budget);
        }
        println!("\n° depends on the machine; meant for a quiet one with two cores.");
    }

    /// Writes the rows as JSON.
    pub fn write(&self, path: &Path) -> Result<()> {
        Ok(std::fs::write(path, serde_json::to_vec_pretty(&self.rows)?)?)
    }
}

/// Hundredths as a decimal: 132 is `1.32`.
pub fn hundredths(value: u64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}
