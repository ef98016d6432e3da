//! What holds for every cart.

use super::*;
use crate::Rejection;
use kernel::Unit;
use proptest::prelude::*;

prop_compose! {
    fn any_discount()(kind in 0..3, ppm in 0_i64..=1_000_000, minor in 0_i64..2_000) -> Option<Discount> {
        match kind {
            0 => None,
            1 => Some(Discount::Rate { rate: Rate::from_ppm(ppm).expect("at most everything") }),
            _ => Some(off(minor)),
        }
    }
}

prop_compose! {
    fn any_line()(
        milli_minor in 0_i64..50_000_000,
        (pieces, weighed) in (1_i64..50, any::<bool>()),
        (group, treatment) in (0_usize..4, 0..8),
        total in prop::option::weighted(0.1, 0_i64..100_000),
        discount in any_discount(),
        discountable in prop::bool::weighted(0.8),
    ) -> LineRequest {
        let takes = discountable && total.is_none();
        LineRequest {
            list_price: UnitPrice::new(milli_minor, Currency::EUR),
            quantity: if weighed { Quantity::milli(pieces * 137, Unit::Kilogram) } else { Quantity::each(pieces) },
            treatment: if treatment == 0 { TaxTreatment::MarginScheme } else { TaxTreatment::Standard },
            override_: total.map(set_total),
            discountable,
            discount: discount.filter(|_| takes),
            ..line(0, "0").taxed(["A", "B", "C", "D"][group], [24, 13, 6, 0][group])
        }
    }
}

prop_compose! {
    fn any_cart()(
        mut lines in prop::collection::vec(any_line(), 0..12),
        order_discount in any_discount(),
        tax_included in any::<bool>(),
        document in any::<bool>(),
        rounding in prop::sample::select(vec![
            Rounding::HalfUp, Rounding::HalfEven, Rounding::HalfDown, Rounding::Down, Rounding::Up,
        ]),
    ) -> PriceRequest {
        for (line, number) in lines.iter_mut().zip(1..) {
            line.line = LineNumber(number);
        }
        let scope = if document { RoundingScope::Document } else { RoundingScope::Line };
        PriceRequest { tax_included, rounding, scope, order_discount, ..cart(lines) }
    }
}

/// Prices a cart; a discount that it cannot bear is left out, as a cashier would.
fn settle(mut request: PriceRequest) -> (PriceRequest, Quote) {
    let rules = PriceRequest { lines: Vec::new(), order_discount: None, ..request.clone() };
    for line in &mut request.lines {
        if quote(&PriceRequest { lines: vec![line.clone()], ..rules.clone() }).is_err() {
            line.discount = None;
        }
    }
    match quote(&request) {
        Ok(quote) => (request, quote),
        Err(Rejection::DiscountAboveAmount { .. }) => {
            request.order_discount = None;
            let quote = priced(&request);
            (request, quote)
        }
        Err(other) => panic!("{other}"),
    }
}

fn sum(amounts: impl Iterator<Item = Money>) -> Money {
    Money::sum(amounts, Currency::EUR).expect("in range")
}

proptest! {
    #[test]
    fn the_total_is_the_sum_of_what_is_printed(request in any_cart()) {
        let (request, quote) = settle(request);
        let printed = sum(quote.lines.iter().map(|line| line.line_total));
        let on_top = if request.tax_included { eur(0) } else { sum(quote.taxes.iter().map(|row| row.tax)) };
        prop_assert_eq!(printed.plus(on_top).unwrap(), quote.total);
        prop_assert_eq!(quote.subtotal.minus(quote.discount).unwrap(), printed);
    }

    #[test]
    fn the_tax_table_the_lines_and_the_document_state_one_tax(request in any_cart()) {
        let (_, quote) = settle(request);
        prop_assert_eq!(sum(quote.taxes.iter().map(|row| row.tax)), quote.tax);
        prop_assert_eq!(sum(quote.lines.iter().map(|line| line.tax)), quote.tax);
        let bases = sum(quote.lines.iter().map(|line| line.tax_base));
        prop_assert_eq!(sum(quote.taxes.iter().map(|row| row.base)), bases);
    }

    #[test]
    fn base_and_tax_make_up_each_line(request in any_cart()) {
        let (request, quote) = settle(request);
        for line in &quote.lines {
            let whole = if request.tax_included { line.tax_base.plus(line.tax).unwrap() } else { line.tax_base };
            prop_assert_eq!(whole, line.line_total);
            prop_assert!(line.tax.minor >= 0 && line.tax_base.minor >= 0);
        }
    }

    #[test]
    fn no_line_goes_below_zero_and_no_discount_above_its_line(request in any_cart()) {
        let (request, quote) = settle(request);
        for (line, asked) in quote.lines.iter().zip(&request.lines) {
            prop_assert!(line.line_total.minor >= 0);
            prop_assert!(line.discount.minor >= 0 && line.discount.minor <= line.amount.minor);
            prop_assert!(asked.discountable || line.discount.is_zero());
        }
    }

    #[test]
    fn a_rows_tax_is_its_rate_of_its_lines_rounded_where_the_scope_says(request in any_cart()) {
        let (request, quote) = settle(request);
        for row in &quote.taxes {
            let lines = quote.lines.iter().filter(|line| {
                (line.tax_rate, &line.tax_group, &line.treatment) == (row.rate, &row.tax_group, &row.treatment)
            });
            let totals: Vec<Money> = lines.map(|line| line.line_total).collect();
            let tax = |amount: Money| {
                let share = if request.tax_included { Money::tax_included } else { Money::share };
                share(amount, row.rate, request.rounding).unwrap()
            };
            let expected = match request.scope {
                RoundingScope::Line => sum(totals.into_iter().map(tax)),
                RoundingScope::Document => tax(sum(totals.into_iter())),
            };
            prop_assert_eq!(row.tax, expected);
        }
    }

    #[test]
    fn the_order_in_which_lines_arrive_changes_nothing(request in any_cart(), turn in 0_usize..12) {
        let (mut request, quote) = settle(request);
        let turn = turn.min(request.lines.len());
        request.lines.rotate_left(turn);
        prop_assert_eq!(priced(&request), quote);
    }

    #[test]
    fn everything_off_leaves_nothing(request in any_cart()) {
        let (mut request, _) = settle(request);
        for line in &mut request.lines {
            line.discountable = true;
        }
        let quote = priced(&request.less(percent(100)));
        prop_assert!(quote.total.is_zero() && quote.tax.is_zero());
    }

    #[test]
    fn the_steps_add_up_to_the_line(request in any_cart()) {
        use crate::Step;
        let (_, quote) = settle(request);
        for line in &quote.lines {
            let left = line.steps.iter().fold(0, |left, step| match step {
                Step::Extended { amount } | Step::TotalOverride { total: amount, .. } => amount.minor,
                Step::LineDiscount { amount } | Step::OrderDiscountShare { amount } => left - amount.minor,
                Step::ListPrice { .. } | Step::PriceOverride { .. } | Step::Tax { .. } => left,
            });
            prop_assert_eq!(left, line.line_total.minor);
        }
    }
}
