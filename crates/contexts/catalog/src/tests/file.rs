//! A real file to look things up in.

use super::{id, imported_price};
use crate::{
    AddCategory, Category, CategoryCommand, CategoryDetails, ChangeProduct, DeactivateProduct, ImportProduct, Product,
    ProductCommand, ProductDetails, category_id_for_path,
};
use eventing::testing::moment;
use eventing::{Begun, Decider, Durability, Gesture, Options, Store, Txn, sqlx};
use kernel::{CategoryId, CommandId, Moment, Uuid};
use sqlx::Sqlite;
use sqlx::pool::PoolConnection;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

static COMMANDS: AtomicU64 = AtomicU64::new(1_000);

pub(crate) struct File {
    _folder: TempDir,
    pub(crate) store: Store,
}

impl File {
    pub(crate) async fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let app = Arc::new(crate::register(eventing::App::default()));
        let path = folder.path().join("shop.db");
        let store = Store::open(&path, app, Options::default()).await.expect("a new file");
        Self { _folder: folder, store }
    }

    /// With these products, each imported at no price.
    pub(crate) async fn with(products: Vec<ProductDetails>) -> Self {
        let file = Self::new().await;
        file.import(products).await;
        file
    }

    pub(crate) async fn begin(&self) -> Txn {
        let command = CommandId(Uuid::from_u128(u128::from(COMMANDS.fetch_add(1, Ordering::Relaxed))));
        let at = Moment { command, ..moment() };
        let gesture = Gesture { name: "test", at, durability: Durability::Full, fingerprint: [0; 32] };
        match self.store.begin(gesture).await.expect("begins") {
            Begun::Fresh(txn) => txn,
            Begun::Repeated(_) => panic!("every command is a new one"),
        }
    }

    pub(crate) async fn run<D: Decider>(&self, stream: Uuid, command: D::Command)
    where
        D::Rejection: std::fmt::Debug,
    {
        let mut txn = self.begin().await;
        txn.run::<D>(stream, command).await.expect("no fault").expect("no rejection");
        txn.commit(&()).await.expect("commits");
    }

    /// In one commit, as an import does it.
    pub(crate) async fn import(&self, products: Vec<ProductDetails>) {
        self.import_priced(products.into_iter().map(|details| (details, None)).collect()).await;
    }

    pub(crate) async fn import_priced(&self, products: Vec<(ProductDetails, Option<i64>)>) {
        let mut txn = self.begin().await;
        for (details, minor) in products {
            let source_row = format!("{:x}", COMMANDS.fetch_add(1, Ordering::Relaxed));
            let product = id(&details.sku);
            let price = minor.map(|minor| imported_price(minor, 0));
            let command = ProductCommand::Import(ImportProduct { product, details, price, source_row });
            txn.run::<Product>(product.0, command).await.expect("no fault").expect("no rejection");
        }
        txn.commit(&()).await.expect("commits");
    }

    pub(crate) async fn change(&self, sku: &str, details: ProductDetails) {
        let command = ProductCommand::Change(ChangeProduct { product: id(sku), details });
        self.run::<Product>(id(sku).0, command).await;
    }

    pub(crate) async fn deactivate(&self, sku: &str) {
        let command = ProductCommand::Deactivate(DeactivateProduct { product: id(sku) });
        self.run::<Product>(id(sku).0, command).await;
    }

    /// A category at this path; those above it must be there.
    pub(crate) async fn category(&self, path: &[&str], sort_order: i32) -> CategoryId {
        let category = category_id_for_path(path);
        let above: Vec<CategoryId> =
            (1..path.len()).rev().map(|length| category_id_for_path(&path[..length])).collect();
        let name = (*path.last().expect("a name")).to_owned();
        let parent = above.first().copied();
        let details = CategoryDetails { parent, name, sort_order, colour: None, icon: None };
        self.run::<Category>(category.0, CategoryCommand::Add(AddCategory { category, details, above })).await;
        category
    }

    pub(crate) async fn reader(&self) -> PoolConnection<Sqlite> {
        self.store.reader().await.expect("a reader")
    }

    /// Every row of every table that views own, as text; the index by its own check.
    pub(crate) async fn rows(&self) -> Vec<String> {
        let mut reader = self.reader().await;
        let mut all = Vec::new();
        for table in ["catalog_product", "catalog_barcode", "catalog_ranking", "catalog_price", "catalog_category"] {
            let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?) ORDER BY cid")
                .bind(table)
                .fetch_all(&mut *reader)
                .await
                .expect("columns");
            let sql = format!("SELECT '{table} ' || json_array({}) FROM {table} ORDER BY 1", columns.join(", "));
            let rows = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *reader).await;
            all.extend::<Vec<String>>(rows.expect("rows"));
        }
        all
    }

    /// Compares the full-text index with the rows that it indexes.
    pub(crate) async fn check_index(&self) -> Result<(), sqlx::Error> {
        let mut txn = self.begin().await;
        let connection = txn.connection().await.expect("a connection");
        let check = "INSERT INTO catalog_search (catalog_search, rank) VALUES ('integrity-check', 1)";
        let checked = sqlx::query(check).execute(connection).await.map(|_| ());
        txn.rollback().await;
        checked
    }
}
