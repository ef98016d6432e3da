//! What stands on a sale's paper: the amounts of its lines come to its total, as a customer adds them up.

use crate::player::Player;
use anyhow::{Context, Result, ensure};
use devices::paper::{Block, Style};
use pos::api::requests::FindReceipt;
use pos::api::words::SaleView;

impl Player {
    pub(crate) async fn printed_whole(&self, sale: &SaleView) -> Result<()> {
        let (pos, shop) = (&self.counter.pos, self.counter.pos.shop()?);
        let paper = pos.receipt_paper(&shop, sale.document, 0).await?;
        let mut parts = paper.blocks.split(|block| *block == Block::Rule);
        let (_, lines, sums) = (parts.next(), parts.next().context("lines")?, parts.next().context("sums")?);
        let printed: i64 = lines.iter().filter_map(right).map(|(amount, _)| minor(amount)).sum();
        let total = sums.iter().filter_map(right).find(|(_, style)| *style == Style::LARGE_BOLD).context("a total")?;
        ensure!(minor(total.0) == sale.total.minor, "{} is printed for {sale:?}", total.0);
        let view = pos.find_receipt(FindReceipt { document: sale.document }).await?;
        let on_top: i64 = if shop.tax_included { 0 } else { view.taxes.iter().map(|tax| tax.tax.minor).sum() };
        ensure!(printed + on_top == sale.total.minor, "the lines come to {printed} and {on_top}: {lines:?}");
        Ok(())
    }
}

fn right(block: &Block) -> Option<(&str, Style)> {
    match block {
        Block::Columns { right, style, .. } => Some((right, *style)),
        Block::Text { .. } | Block::Rule | Block::Space | Block::Picture(_) | Block::Barcode(_) | Block::Qr(_) => None,
    }
}

/// The digits of an amount, whose currency has two decimals.
fn minor(amount: &str) -> i64 {
    let digits: String = amount.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    digits.parse().unwrap_or_default()
}
