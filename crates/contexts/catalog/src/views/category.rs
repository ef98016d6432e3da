//! The category tree.

use super::row::parsed;
use crate::category::{CategoryAdded, CategoryChanged, MAX_DEPTH};
use eventing::{On, View};
use kernel::{CategoryId, Fact};
use serde::Serialize;
use sqlx::{Row, SqliteConnection};
use std::collections::HashMap;

/// One row a category. Depth and path follow from the parents when the tree is read: a move changes one row. What it
/// shows, its own look or that of the nearest one above it, is written down, because every page of products asks.
pub static CATEGORY: View = View {
    name: "catalog_category",
    version: 2,
    tables: &["catalog_category"],
    ddl: "\
CREATE TABLE catalog_category (
    category     TEXT PRIMARY KEY,
    parent       TEXT,
    name         TEXT NOT NULL,
    sort_order   INTEGER NOT NULL,
    colour       TEXT,
    icon         TEXT,
    shown_colour TEXT,
    shown_icon   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX catalog_category_parent ON catalog_category (parent);",
    on: &[On::new(CategoryAdded::TYPE, STATED), On::new(CategoryChanged::TYPE, STATED)],
};

/// The nearest of this category and those above it that has one, with the deepest tree as its bound.
macro_rules! nearest {
    ($look:literal) => {
        concat!(
            "(WITH RECURSIVE up (parent, look, height) AS ( \
               SELECT catalog_category.parent, catalog_category.",
            $look,
            ", 0 UNION ALL SELECT c.parent, c.",
            $look,
            ", up.height + 1 FROM up CROSS JOIN catalog_category c ON c.category = up.parent \
               WHERE up.look IS NULL AND up.height < 8) \
             SELECT look FROM up WHERE look IS NOT NULL)"
        )
    };
}

/// What stands below a category looks like it where it has no look of its own. UNION ends the walk should a tree ever
/// hold a circle.
const STATED: &str = concat!(
    "INSERT INTO catalog_category (category, parent, name, sort_order, colour, icon) \
     SELECT value->>'$.p.category', value->>'$.p.details.parent', value->>'$.p.details.name', \
       value->>'$.p.details.sort_order', value->>'$.p.details.colour', value->>'$.p.details.icon' FROM jsonb_each(?1) \
     WHERE true ON CONFLICT (category) DO UPDATE SET parent = excluded.parent, name = excluded.name, \
       sort_order = excluded.sort_order, colour = excluded.colour, icon = excluded.icon;",
    "UPDATE catalog_category SET shown_icon = ",
    nearest!("icon"),
    ", shown_colour = ",
    nearest!("colour"),
    " WHERE category IN (WITH RECURSIVE below (category) AS ( \
        SELECT value->>'$.p.category' FROM jsonb_each(?1) \
        UNION SELECT c.category FROM below b CROSS JOIN catalog_category c ON c.parent = b.category) \
      SELECT category FROM below);",
);

/// The walk above a category ends where no deeper tree is allowed.
const _: () = assert!(MAX_DEPTH == 8, "the statement above counts as far");

/// A category in its tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(export_to = "catalog/")]
pub struct CategoryRow {
    /// Its id.
    pub category: CategoryId,
    /// The category above it; None for a root.
    pub parent: Option<CategoryId>,
    /// Its name.
    pub name: String,
    /// The names from the root down to it.
    pub path: Vec<String>,
    /// How many categories stand above it.
    pub depth: u32,
    /// The lower, the earlier among its siblings.
    pub sort_order: i32,
    /// `#rrggbb`, or the name of a colour of the design.
    pub colour: Option<String>,
    /// A lucide icon's name.
    pub icon: Option<String>,
}

/// The whole tree, each category followed by those below it.
pub async fn list_categories(connection: &mut SqliteConnection) -> Result<Vec<CategoryRow>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT category, parent, name, sort_order, colour, icon FROM catalog_category \
         ORDER BY sort_order, name, category",
    )
    .fetch_all(connection)
    .await?;
    let mut below: HashMap<Option<CategoryId>, Vec<CategoryRow>> = HashMap::new();
    for row in &rows {
        let parent = row.get::<Option<&str>, _>(1).map(|_| parsed(row, 1)).transpose()?;
        let category = CategoryRow {
            category: parsed(row, 0)?,
            parent,
            name: row.get(2),
            path: Vec::new(),
            depth: 0,
            sort_order: row.get(3),
            colour: row.get(4),
            icon: row.get(5),
        };
        below.entry(parent).or_default().push(category);
    }
    Ok(arranged(below))
}

/// Walks the tree from its roots; siblings come in the order in which they were read.
fn arranged(mut below: HashMap<Option<CategoryId>, Vec<CategoryRow>>) -> Vec<CategoryRow> {
    let mut tree: Vec<CategoryRow> = Vec::new();
    let mut waiting = below.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(mut category) = waiting.pop() {
        category.path.push(category.name.clone());
        let mut children = below.remove(&Some(category.category)).unwrap_or_default();
        for child in &mut children {
            child.path.clone_from(&category.path);
            child.depth = category.depth + 1;
        }
        waiting.extend(children.into_iter().rev());
        tree.push(category);
    }
    tree
}

/// The category and all above it, nearest first; empty for an unknown one.
pub async fn list_ancestors(
    connection: &mut SqliteConnection,
    category: CategoryId,
) -> Result<Vec<CategoryId>, sqlx::Error> {
    let rows = sqlx::query(
        "WITH RECURSIVE above (category) AS ( \
           SELECT category FROM catalog_category WHERE category = ? \
           UNION SELECT c.parent FROM above JOIN catalog_category c USING (category) WHERE c.parent IS NOT NULL) \
         SELECT category FROM above",
    )
    .bind(category.to_string())
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| parsed(row, 0)).collect()
}
