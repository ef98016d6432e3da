//! Orders that wait while others are served. A register has one order on the counter; the others are parked.

use super::pricing::{Instant, quote_cart};
use super::requests::{ParkOrder, ResumeOrder};
use super::words::{CartView, ParkedView};
use crate::error::{Error, Result};
use crate::gesture::{Call, Desk};
use crate::{Pos, Session, ShopContext};
use eventing::sqlx::SqliteConnection;
use kernel::OrderId;
use orders::views::OrderRow;
use orders::{Cart, Order, Park, Resume};
use staff::{Act, OperatorRow};

impl Pos {
    /// Puts the order aside, with whatever waits on it. Gives back all that are parked.
    ///
    /// # Errors
    /// ORD-002 for a placed order: it holds goods, and perhaps money, and stays on the counter until it is paid or
    /// given up; ORD-007, ORD-021, ORD-024.
    pub async fn park_order(&self, who: &Session, request: ParkOrder) -> Result<Vec<ParkedView>> {
        let call = Call::edit("cart.park", who, request.command, &request);
        self.gesture(call, async |desk| {
            desk.permit(Act::Sell, Some(request.order)).await?;
            let waiting = orders::views::count_parked(desk.txn.untouched()).await?;
            let park = Park { label: request.label.clone(), waiting };
            desk.run::<Order>(request.order.0, park.into()).await
        })
        .await?;
        self.list_parked().await
    }

    /// Takes a parked order up, at the prices of now. The one on the counter is parked in its place, in one commit.
    ///
    /// # Errors
    /// ORD-002 while a placed order is on the counter; ORD-… for an order that is not parked; PRI-… and POS-… where it
    /// cannot be priced any more.
    pub async fn resume_order(&self, who: &Session, request: ResumeOrder) -> Result<CartView> {
        let call = Call::edit("cart.resume", who, request.command, &request);
        let (order, before) = (request.order, self.at_hand());
        let mut cart = None;
        let resumed = self
            .gesture(call, async |desk| {
                desk.permit(Act::Sell, Some(order)).await?;
                make_room(desk, order).await?;
                desk.run::<Order>(order.0, Resume.into()).await?;
                cart = Some(desk.cart(order).await?);
                self.keep_at_hand(Some(order));
                Ok(())
            })
            .await;
        if let Err(error) = resumed {
            self.keep_at_hand(before);
            return Err(error);
        }
        self.cart_or_read(cart, order).await
    }

    /// The orders that wait, the one that waits longest first, priced now.
    pub async fn list_parked(&self) -> Result<Vec<ParkedView>> {
        let shop = self.shop()?;
        let at = Instant::new(self.known_ms(), self.clock().offset_minutes());
        let mut reader = self.store().reader().await?;
        let rows = orders::views::list_parked(&mut reader).await?;
        let people = if rows.is_empty() { Vec::new() } else { staff::list_operators(&mut reader).await? };
        drop(reader);
        let mut parked = Vec::with_capacity(rows.len());
        for row in &rows {
            // Somebody may have taken it up since the list was read.
            let Order::Parked(cart) = self.store().state::<Order>(row.order.0).await? else { continue };
            let mut reader = self.store().reader().await?;
            parked.extend(parked_view(&mut reader, &shop, (row, &cart), &people, at).await?);
        }
        Ok(parked)
    }
}

/// Parks what lies on the counter, so that `wanted` can come back.
async fn make_room(desk: &mut Desk, wanted: OrderId) -> Result<()> {
    let at_hand = orders::views::find_at_hand(desk.txn.untouched()).await?;
    let Some(open) = at_hand.filter(|open| *open != wanted) else { return Ok(()) };
    match desk.txn.state::<Order>(open.0).await? {
        Order::Open(cart) if !cart.is_empty() => {
            // One comes back for the one that goes.
            let waiting = orders::views::count_parked(desk.txn.untouched()).await?.saturating_sub(1);
            desk.run::<Order>(open.0, Park { label: None, waiting }.into()).await
        }
        Order::Placed(_) => Err(orders::Rejection::AlreadyPlaced.into()),
        Order::Open(_) | Order::Blank | Order::Parked(_) | Order::Confirmed(_) | Order::Cancelled | Order::Reversed => {
            Ok(())
        }
    }
}

async fn parked_view(
    connection: &mut SqliteConnection,
    shop: &ShopContext,
    (row, cart): (&OrderRow, &Cart),
    people: &[OperatorRow],
    at: Instant,
) -> Result<Option<ParkedView>> {
    let Some(parking) = &row.parking else { return Ok(None) };
    let quote = match quote_cart(connection, shop, cart, at).await {
        Ok(quote) => Some(quote),
        Err(Error::Refused(_)) => None,
        Err(error) => return Err(error),
    };
    let first = match (&quote, cart.lines.first()) {
        (Some(quote), Some(_)) => quote.lines.first().map(|line| line.name.clone()),
        (None, Some(line)) => {
            let found = catalog::products_for_sale(connection, shop.price_list, &[line.product], at.ms).await?;
            found.into_iter().next().map(|product| product.name)
        }
        (_, None) => cart.unknown.first().map(|unknown| unknown.code.clone()),
    };
    let person = people.iter().find(|person| person.operator == parking.parked_by);
    Ok(Some(ParkedView {
        order: row.order,
        label: parking.label.clone(),
        total: quote.map(|quote| quote.total),
        lines: row.line_count,
        first: first.unwrap_or_default(),
        parked_ms: parking.parked_ms,
        operator: person.map(|person| person.name.clone()).unwrap_or_default(),
    }))
}
