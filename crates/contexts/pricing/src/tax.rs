//! Tax: on each line, or once for each rate of the document.

use crate::rejection::Rejection;
use crate::request::PriceRequest;
use contracts::quote::{PricedLine, Step, TaxRow};
use kernel::{Money, Rate, RoundingScope, allocate};
use std::cmp::Reverse;

/// Computes the tax of every line and the tax table, whose rows are sums of their lines.
pub(crate) fn levy(lines: &mut [PricedLine], cart: &PriceRequest) -> Result<Vec<TaxRow>, Rejection> {
    let groups = groups(lines);
    for members in &groups {
        let totals: Vec<Money> = members.iter().map(|&index| lines[index].line_total).collect();
        let taxes = taxes(&totals, lines[members[0]].tax_rate, cart)?;
        for (&index, tax) in members.iter().zip(taxes) {
            let line = &mut lines[index];
            line.tax = tax;
            line.tax_base = if cart.tax_included { line.line_total.minus(tax)? } else { line.line_total };
            line.steps.push(Step::Tax { rate: line.tax_rate, amount: tax });
        }
    }
    groups.iter().map(|members| row(members, lines, cart)).collect()
}

/// Which lines share a row of the tax table: highest rate first, then by group, then by first line.
fn groups(lines: &[PricedLine]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let together = |members: &&mut Vec<usize>| {
            let first = &lines[members[0]];
            (first.tax_rate, &first.tax_group, &first.treatment) == (line.tax_rate, &line.tax_group, &line.treatment)
        };
        match groups.iter_mut().find(together) {
            Some(members) => members.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups.sort_by_key(|members| (Reverse(lines[members[0]].tax_rate), &lines[members[0]].tax_group));
    groups
}

/// The taxes of lines that share a rate. For the document they are computed once, on the sum, and the result falls on
/// the lines by largest remainder.
fn taxes(totals: &[Money], rate: Rate, cart: &PriceRequest) -> Result<Vec<Money>, Rejection> {
    match cart.scope {
        RoundingScope::Line => totals.iter().map(|total| tax(*total, rate, cart)).collect(),
        RoundingScope::Document => {
            let whole = tax(Money::sum(totals.iter().copied(), cart.currency)?, rate, cart)?;
            let weights: Vec<i64> = totals.iter().map(|total| total.minor).collect();
            Ok(allocate(whole, &weights).expect("a tax above zero has a line above zero to fall on"))
        }
    }
}

/// The tax in an amount, or on top of it.
fn tax(amount: Money, rate: Rate, cart: &PriceRequest) -> Result<Money, Rejection> {
    if cart.tax_included {
        Ok(amount.tax_included(rate, cart.rounding)?)
    } else {
        Ok(amount.share(rate, cart.rounding)?)
    }
}

fn row(members: &[usize], lines: &[PricedLine], cart: &PriceRequest) -> Result<TaxRow, Rejection> {
    let first = &lines[members[0]];
    Ok(TaxRow {
        tax_group: first.tax_group.clone(),
        treatment: first.treatment.clone(),
        rate: first.tax_rate,
        base: Money::sum(members.iter().map(|&index| lines[index].tax_base), cart.currency)?,
        tax: Money::sum(members.iter().map(|&index| lines[index].tax), cart.currency)?,
    })
}
