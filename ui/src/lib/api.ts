// Every question that the window may ask, and the only file that knows how it travels.

import { invoke } from '@tauri-apps/api/core';
import type { AddProduct } from '$lib/bindings/pos/AddProduct';
import type { CancelOrder } from '$lib/bindings/pos/CancelOrder';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { CategoryView } from '$lib/bindings/pos/CategoryView';
import type { ChangeQuantity } from '$lib/bindings/pos/ChangeQuantity';
import type { CloseShift } from '$lib/bindings/pos/CloseShift';
import type { ListProducts } from '$lib/bindings/pos/ListProducts';
import type { OpenShift } from '$lib/bindings/pos/OpenShift';
import type { PayCash } from '$lib/bindings/pos/PayCash';
import type { Payment } from '$lib/bindings/pos/Payment';
import type { ProductPage } from '$lib/bindings/pos/ProductPage';
import type { Scan } from '$lib/bindings/pos/Scan';
import type { Scanned } from '$lib/bindings/pos/Scanned';
import type { Search } from '$lib/bindings/pos/Search';
import type { SessionView } from '$lib/bindings/pos/SessionView';
import type { ShiftClosedView } from '$lib/bindings/pos/ShiftClosedView';
import type { ShiftView } from '$lib/bindings/pos/ShiftView';
import type { SignOn } from '$lib/bindings/pos/SignOn';
import type { Start } from '$lib/bindings/pos/Start';
import type { VoidLine } from '$lib/bindings/pos/VoidLine';
import { gestures, type Gesture } from '$lib/gesture';

const once = gestures(<Answer>(name: string, request: Gesture) => invoke<Answer>(name, { request }));

export const api = {
  start: () => invoke<Start>('start'),
  signOn: (request: SignOn) => invoke<SessionView>('sign_on', { request }),
  signOff: () => invoke<null>('sign_off'),
  openShift: (request: Asked<OpenShift>) => once<ShiftView>('open_shift', request),
  closeShift: (request: Asked<CloseShift>) => once<ShiftClosedView>('close_shift', request),
  listCategories: () => invoke<CategoryView[]>('list_categories'),
  listProducts: (request: ListProducts) => invoke<ProductPage>('list_products', { request }),
  search: (request: Search) => invoke<ProductPage>('search', { request }),
  scan: (request: Asked<Scan>) => once<Scanned>('scan', request),
  addProduct: (request: Asked<AddProduct>) => once<CartView>('add_product', request),
  changeQuantity: (request: Asked<ChangeQuantity>) => once<CartView>('change_quantity', request),
  voidLine: (request: Asked<VoidLine>) => once<CartView | null>('void_line', request),
  cancelOrder: (request: Asked<CancelOrder>) => once<null>('cancel_order', request),
  payCash: (request: Asked<PayCash>) => once<Payment>('pay_cash', request),
};

/** A request as a screen makes it: the command's id is added on the way. */
type Asked<Request extends Gesture> = Omit<Request, 'command'>;
