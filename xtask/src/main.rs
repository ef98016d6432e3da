//! The build tool: `cargo xtask run | test | lint | bench | crash | dist | codegen`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "talking to the person at the shell is its job")]

mod bench;
mod codegen;
mod crash;
mod display;
mod dist;
mod lengths;
mod lint;
mod packages;
mod run;
mod setup;
mod shell;
mod steps;
mod test;
mod ui;

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, runs and checks Minas POS")]
enum Task {
    /// Open the window with a demo shop
    Run(run::Options),
    /// Run every test: UI, Rust, and the real window
    Test,
    /// Check formatting, lints, licences, documentation and file lengths
    Lint,
    /// Measure the speed budgets; arguments go to the measuring program
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Cut the power under the register: `--images N` says how often, `--seed N` where to begin
    Crash {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Make the packages that a shop installs: a .deb on Linux
    Dist(dist::Options),
    /// Write the generated files again: TypeScript types, docs/api, docs/errors.md, docs/sagas.md
    Codegen,
}

fn main() -> ExitCode {
    let outcome = match Task::parse() {
        Task::Run(options) => run::run(&options),
        Task::Test => test::test(),
        Task::Lint => lint::lint(),
        Task::Bench { arguments } => bench::bench(&arguments),
        Task::Crash { arguments } => crash::crash(&arguments),
        Task::Dist(options) => dist::dist(&options),
        Task::Codegen => codegen::codegen(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
