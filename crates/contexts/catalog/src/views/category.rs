//! The category tree.

use super::row::parsed;
use crate::category::{CategoryAdded, CategoryChanged, MAX_DEPTH};
use eventing::{On, View};
use kernel::{CategoryId, Fact};
use serde::Serialize;
use sqlx::{Row, SqliteConnection};
use std::collections::HashMap;

/// One row a category. Depth and path follow from the parents when the tree is read: a move changes one row.
pub static CATEGORY: View = View {
    name: "catalog_category",
    version: 1,
    tables: &["catalog_category"],
    ddl: "\
CREATE TABLE catalog_category (
    category   TEXT PRIMARY KEY,
    parent     TEXT,
    name       TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    colour     TEXT,
    icon       TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX catalog_category_parent ON catalog_category (parent);",
    on: &[On::new(CategoryAdded::TYPE, STATED), On::new(CategoryChanged::TYPE, STATED)],
};

const STATED: &str = "\
INSERT INTO catalog_category (category, parent, name, sort_order, colour, icon) \
SELECT value->>'$.p.category', value->>'$.p.details.parent', value->>'$.p.details.name', \
  value->>'$.p.details.sort_order', value->>'$.p.details.colour', value->>'$.p.details.icon' FROM jsonb_each(?1) \
WHERE true ON CONFLICT (category) DO UPDATE SET parent = excluded.parent, name = excluded.name, \
  sort_order = excluded.sort_order, colour = excluded.colour, icon = excluded.icon;";

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

/// How a category looks on the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryLook {
    /// The category.
    pub category: CategoryId,
    /// Its own icon, or that of the nearest category above it.
    pub icon: Option<String>,
    /// Its own colour, or that of the nearest category above it.
    pub colour: Option<String>,
}

/// How these categories look, each once; unknown ones are left out. A page asks for its own few, however large the
/// tree is.
pub async fn category_looks(
    connection: &mut SqliteConnection,
    categories: &[CategoryId],
) -> Result<Vec<CategoryLook>, sqlx::Error> {
    let keys = serde_json::to_string(categories).expect("ids are plain data");
    let rows = sqlx::query(
        "WITH RECURSIVE up (asked, category, parent, icon, colour, height) AS ( \
           SELECT DISTINCT c.category, c.category, c.parent, c.icon, c.colour, 0 \
           FROM jsonb_each(?1) k CROSS JOIN catalog_category c ON c.category = k.value \
           UNION ALL SELECT up.asked, c.category, c.parent, c.icon, c.colour, up.height + 1 \
           FROM up CROSS JOIN catalog_category c ON c.category = up.parent WHERE up.height < ?2) \
         SELECT asked, icon, colour FROM up ORDER BY asked, height",
    )
    .bind(keys)
    .bind(i64::try_from(MAX_DEPTH).expect("a small number"))
    .fetch_all(connection)
    .await?;
    let mut looks: Vec<CategoryLook> = Vec::new();
    for row in &rows {
        let (category, icon, colour) = (parsed(row, 0)?, row.get(1), row.get(2));
        match looks.last_mut() {
            Some(look) if look.category == category => {
                look.icon = look.icon.take().or(icon);
                look.colour = look.colour.take().or(colour);
            }
            _ => looks.push(CategoryLook { category, icon, colour }),
        }
    }
    Ok(looks)
}
