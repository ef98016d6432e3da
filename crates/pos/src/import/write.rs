//! One chunk of rows within a transaction: categories first, then products.

use super::candidate::{Candidate, Chunk, column_of};
use super::{RowError, Tally};
use crate::error::{Error, Result};
use catalog::{
    AddCategory, Category, CategoryCommand, CategoryDetails, HeldCode, Holder, ImportProduct, Product, ProductCommand,
    category_id_for_path, check_unique,
};
use contracts::{ProductKind, StockLine};
use eventing::{Need, Txn};
use inventory::{Opening, StateOpening};
use kernel::{CategoryId, ProductId};
use std::collections::{HashMap, HashSet};

/// What becomes of the stock that a row states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Nothing: what is there, somebody counts.
    Leave,
    /// It is what the shop begins with; from then on these products are tracked.
    State,
}

/// What is the same for all chunks of one import.
pub(super) struct Writing {
    shelf: Shelf,
    /// Categories that need no second look.
    known: HashSet<CategoryId>,
}

impl Writing {
    pub(super) fn new(shelf: Shelf) -> Self {
        Self { shelf, known: HashSet::new() }
    }
}

/// Records what the chunk says that the catalog does not know yet; refused rows join its bad ones.
pub(super) async fn write(txn: &mut Txn, chunk: &mut Chunk, writing: &mut Writing, tally: &mut Tally) -> Result<()> {
    let holders = holders(txn, chunk).await?;
    let mut good = Vec::with_capacity(chunk.good.len());
    for mut candidate in std::mem::take(&mut chunk.good) {
        candidate.product = known_by_sku(&candidate, &holders).unwrap_or(candidate.product);
        let held: Vec<Holder> = codes(&candidate).filter_map(|code| holders.get(&code)).flatten().cloned().collect();
        match check_unique(candidate.product, &candidate.details, &held) {
            Ok(()) => good.push(candidate),
            Err(refused) => chunk.bad.push(RowError::new(candidate.line, column_of(&refused), &refused)),
        }
    }
    let paths = new_paths(&good, &mut writing.known);
    let streams = good.iter().map(|candidate| Need::stream::<Product>(candidate.product.0));
    let categories = paths.iter().map(|path| Need::stream::<Category>(category_id_for_path(path).0));
    txn.prefetch(streams.chain(categories).collect()).await?;
    for path in &paths {
        add_category(txn, path, tally).await?;
    }
    let mut opening = Vec::new();
    for candidate in good {
        let (line, on_shelf, added) = (candidate.line, on_shelf(&candidate), tally.added);
        let refused = import_product(txn, candidate, tally).await?;
        chunk.bad.extend(refused.map(|refused| RowError::new(line, column_of(&refused), &refused)));
        opening.extend(on_shelf.filter(|_| writing.shelf == Shelf::State && tally.added > added));
    }
    if !opening.is_empty() {
        let state = StateOpening { lines: opening };
        txn.run::<Opening>(Opening::STREAM, state).await?.map_err(Error::from)?;
    }
    Ok(())
}

/// Who holds which code of the chunk now.
async fn holders(txn: &mut Txn, chunk: &Chunk) -> Result<HashMap<String, Vec<Holder>>> {
    let skus: Vec<String> = chunk.good.iter().map(|candidate| candidate.details.sku.clone()).collect();
    let barcodes: Vec<String> = chunk.good.iter().flat_map(|candidate| candidate.details.barcodes.clone()).collect();
    let mut by_code: HashMap<String, Vec<Holder>> = HashMap::new();
    for holder in catalog::find_holders(txn.connection().await?, &skus, &barcodes).await? {
        let code = match &holder.code {
            HeldCode::Sku(sku) => sku.to_ascii_uppercase(),
            HeldCode::Barcode(barcode) => barcode.clone(),
        };
        by_code.entry(code).or_default().push(holder);
    }
    Ok(by_code)
}

fn codes(candidate: &Candidate) -> impl Iterator<Item = String> {
    let sku = candidate.details.sku.to_ascii_uppercase();
    std::iter::once(sku).chain(candidate.details.barcodes.iter().cloned())
}

/// The product that has this SKU, whatever SKU it was first known by.
fn known_by_sku(candidate: &Candidate, holders: &HashMap<String, Vec<Holder>>) -> Option<ProductId> {
    let held = holders.get(&candidate.details.sku.to_ascii_uppercase())?;
    held.iter().find(|holder| matches!(holder.code, HeldCode::Sku(_))).map(|holder| holder.product)
}

/// Every path, and every part of one from the root, that this import has not met; parents before children.
fn new_paths(good: &[Candidate], known: &mut HashSet<CategoryId>) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for candidate in good {
        if candidate.details.category.is_none_or(|category| known.contains(&category)) {
            continue;
        }
        for depth in 1..=candidate.category.len() {
            let path = &candidate.category[..depth];
            if known.insert(category_id_for_path(path)) {
                paths.push(path.to_vec());
            }
        }
    }
    paths
}

async fn add_category(txn: &mut Txn, path: &[String], tally: &mut Tally) -> Result<()> {
    let category = category_id_for_path(path);
    if *txn.state::<Category>(category.0).await? != Category::Unknown {
        return Ok(());
    }
    let above: Vec<CategoryId> = (1..path.len()).rev().map(|depth| category_id_for_path(&path[..depth])).collect();
    let name = path.last().cloned().ok_or_else(|| Error::Bug("a category path is empty".to_owned()))?;
    let details = CategoryDetails { parent: above.first().copied(), name, sort_order: 0, colour: None, icon: None };
    let add = CategoryCommand::Add(AddCategory { category, details, above });
    txn.run::<Category>(category.0, add).await?.map_err(Error::from)?;
    tally.categories += 1;
    Ok(())
}

/// Records one product, if its row says something new; gives back why the catalog refuses it.
async fn import_product(txn: &mut Txn, candidate: Candidate, tally: &mut Tally) -> Result<Option<catalog::Rejection>> {
    let Candidate { product, details, price, fingerprint, .. } = candidate;
    let before = txn.version::<Product>(product.0).await?;
    let import = ImportProduct { product, details, price: Some(price), source_row: fingerprint };
    if let Err(refused) = txn.run::<Product>(product.0, ProductCommand::Import(import)).await? {
        return Ok(Some(refused));
    }
    let after = txn.version::<Product>(product.0).await?;
    match (before, after) {
        (0, _) => tally.added += 1,
        (before, after) if before == after => tally.unchanged += 1,
        _ => tally.changed += 1,
    }
    Ok(None)
}

/// What the row says of the shelf. Only goods have stock.
fn on_shelf(candidate: &Candidate) -> Option<StockLine> {
    let quantity = candidate.stock.filter(|_| candidate.details.kind == ProductKind::Goods)?;
    Some(StockLine { product: candidate.product, quantity })
}
