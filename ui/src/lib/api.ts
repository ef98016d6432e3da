// Every question that the window may ask, and the only file that knows how it travels.

import { invoke } from '@tauri-apps/api/core';
import type { AddProduct } from '$lib/bindings/pos/AddProduct';
import type { AddStaff } from '$lib/bindings/pos/AddStaff';
import type { Approve } from '$lib/bindings/pos/Approve';
import type { CancelOrder } from '$lib/bindings/pos/CancelOrder';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { CategoryView } from '$lib/bindings/pos/CategoryView';
import type { ChangeLook } from '$lib/bindings/pos/ChangeLook';
import type { ChangePrinter } from '$lib/bindings/pos/ChangePrinter';
import type { ChangeQuantity } from '$lib/bindings/pos/ChangeQuantity';
import type { ChangeShop } from '$lib/bindings/pos/ChangeShop';
import type { ChangeStaffPin } from '$lib/bindings/pos/ChangeStaffPin';
import type { CloseShift } from '$lib/bindings/pos/CloseShift';
import type { DiscountLine } from '$lib/bindings/pos/DiscountLine';
import type { DiscountOrder } from '$lib/bindings/pos/DiscountOrder';
import type { DropJob } from '$lib/bindings/pos/DropJob';
import type { FindReceipt } from '$lib/bindings/pos/FindReceipt';
import type { FindShift } from '$lib/bindings/pos/FindShift';
import type { GiveBackTender } from '$lib/bindings/pos/GiveBackTender';
import type { IgnoreUnknown } from '$lib/bindings/pos/IgnoreUnknown';
import type { ListApprovers } from '$lib/bindings/pos/ListApprovers';
import type { ListProducts } from '$lib/bindings/pos/ListProducts';
import type { ListReceipts } from '$lib/bindings/pos/ListReceipts';
import type { NoteLine } from '$lib/bindings/pos/NoteLine';
import type { NoteOrder } from '$lib/bindings/pos/NoteOrder';
import type { OpenShift } from '$lib/bindings/pos/OpenShift';
import type { OpeningView } from '$lib/bindings/pos/OpeningView';
import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import type { OverrideLineTotal } from '$lib/bindings/pos/OverrideLineTotal';
import type { OverridePrice } from '$lib/bindings/pos/OverridePrice';
import type { ParkOrder } from '$lib/bindings/pos/ParkOrder';
import type { ParkedView } from '$lib/bindings/pos/ParkedView';
import type { PayCard } from '$lib/bindings/pos/PayCard';
import type { PayCash } from '$lib/bindings/pos/PayCash';
import type { PayCoupon } from '$lib/bindings/pos/PayCoupon';
import type { Payment } from '$lib/bindings/pos/Payment';
import type { PlaceOrder } from '$lib/bindings/pos/PlaceOrder';
import type { PrintAgain } from '$lib/bindings/pos/PrintAgain';
import type { PrintCopy } from '$lib/bindings/pos/PrintCopy';
import type { PrintShift } from '$lib/bindings/pos/PrintShift';
import type { Printing } from '$lib/bindings/pos/Printing';
import type { ProductPage } from '$lib/bindings/pos/ProductPage';
import type { ReceiptPage } from '$lib/bindings/pos/ReceiptPage';
import type { ReceiptView } from '$lib/bindings/pos/ReceiptView';
import type { Recover } from '$lib/bindings/pos/Recover';
import type { RecoveryCode } from '$lib/bindings/pos/RecoveryCode';
import type { RemoveStaff } from '$lib/bindings/pos/RemoveStaff';
import type { ResumeOrder } from '$lib/bindings/pos/ResumeOrder';
import type { ReversalView } from '$lib/bindings/pos/ReversalView';
import type { ReverseLast } from '$lib/bindings/pos/ReverseLast';
import type { Scan } from '$lib/bindings/pos/Scan';
import type { Scanned } from '$lib/bindings/pos/Scanned';
import type { Search } from '$lib/bindings/pos/Search';
import type { SessionView } from '$lib/bindings/pos/SessionView';
import type { SetUpDemo } from '$lib/bindings/pos/SetUpDemo';
import type { SetUpShop } from '$lib/bindings/pos/SetUpShop';
import type { SettingsView } from '$lib/bindings/pos/SettingsView';
import type { ShiftClosedView } from '$lib/bindings/pos/ShiftClosedView';
import type { ShiftReport } from '$lib/bindings/pos/ShiftReport';
import type { ShiftView } from '$lib/bindings/pos/ShiftView';
import type { SignOn } from '$lib/bindings/pos/SignOn';
import type { Start } from '$lib/bindings/pos/Start';
import type { VoidLine } from '$lib/bindings/pos/VoidLine';
import type { WatchPrinting } from '$lib/bindings/pos/WatchPrinting';
import { gestures, type Gesture } from '$lib/gesture';

const ask = <Answer>(name: string, request: object) => invoke<Answer>(name, { request });
const once = gestures(<Answer>(name: string, request: Gesture) => ask<Answer>(name, request));

export const api = {
  start: () => invoke<Start>('start'),
  /** How far the register is while `start` waits for it. */
  opening: () => invoke<OpeningView>('opening'),
  setUpDemo: (request: SetUpDemo) => ask<null>('set_up_demo', request),
  setUpShop: (request: SetUpShop) => ask<RecoveryCode>('set_up_shop', request),
  signOn: (request: SignOn) => ask<SessionView>('sign_on', request),
  signOff: () => invoke<null>('sign_off'),
  recover: (request: Asked<Recover>) => once<null>('recover', request),

  openShift: (request: Asked<OpenShift>) => once<ShiftView>('open_shift', request),
  closeShift: (request: Asked<CloseShift>) => once<ShiftClosedView>('close_shift', request),
  findShift: (request: FindShift) => ask<ShiftReport>('find_shift', request),
  printShift: (request: Asked<PrintShift>) => once<null>('print_shift', request),

  listCategories: () => invoke<CategoryView[]>('list_categories'),
  listProducts: (request: ListProducts) => ask<ProductPage>('list_products', request),
  search: (request: Search) => ask<ProductPage>('search', request),

  scan: (request: Asked<Scan>) => once<Scanned>('scan', request),
  addProduct: (request: Asked<AddProduct>) => once<CartView>('add_product', request),
  changeQuantity: (request: Asked<ChangeQuantity>) => once<CartView>('change_quantity', request),
  voidLine: (request: Asked<VoidLine>) => once<CartView | null>('void_line', request),
  discountLine: (request: Asked<DiscountLine>) => once<CartView>('discount_line', request),
  discountOrder: (request: Asked<DiscountOrder>) => once<CartView>('discount_order', request),
  overridePrice: (request: Asked<OverridePrice>) => once<CartView>('override_price', request),
  overrideLineTotal: (request: Asked<OverrideLineTotal>) => once<CartView>('override_line_total', request),
  noteLine: (request: Asked<NoteLine>) => once<CartView>('note_line', request),
  noteOrder: (request: Asked<NoteOrder>) => once<CartView>('note_order', request),
  ignoreUnknown: (request: Asked<IgnoreUnknown>) => once<CartView | null>('ignore_unknown', request),
  cancelOrder: (request: Asked<CancelOrder>) => once<null>('cancel_order', request),
  parkOrder: (request: Asked<ParkOrder>) => once<ParkedView[]>('park_order', request),
  resumeOrder: (request: Asked<ResumeOrder>) => once<CartView>('resume_order', request),
  listParked: () => invoke<ParkedView[]>('list_parked'),

  placeOrder: (request: Asked<PlaceOrder>) => once<Payment>('place_order', request),
  payCash: (request: Asked<PayCash>) => once<Payment>('pay_cash', request),
  payCard: (request: Asked<PayCard>) => once<Payment>('pay_card', request),
  payCoupon: (request: Asked<PayCoupon>) => once<Payment>('pay_coupon', request),
  giveBackTender: (request: Asked<GiveBackTender>) => once<CartView>('give_back_tender', request),
  reverseLast: (request: Asked<ReverseLast>) => once<ReversalView>('reverse_last', request),

  listApprovers: (request: ListApprovers) => ask<OperatorView[]>('list_approvers', request),
  /** Gives back the approval that the refused request is repeated with. */
  approve: (request: Asked<Approve>) => once<string>('approve', request),

  listReceipts: (request: ListReceipts) => ask<ReceiptPage>('list_receipts', request),
  findReceipt: (request: FindReceipt) => ask<ReceiptView>('find_receipt', request),
  printCopy: (request: Asked<PrintCopy>) => once<null>('print_copy', request),
  printAgain: (request: Asked<PrintAgain>) => once<null>('print_again', request),
  dropJob: (request: Asked<DropJob>) => once<null>('drop_job', request),
  printTest: () => once<null>('print_test', {}),
  watchPrinting: (request: WatchPrinting) => ask<Printing>('watch_printing', request),

  settings: () => invoke<SettingsView>('settings'),
  changeShop: (request: Asked<ChangeShop>) => once<SettingsView>('change_shop', request),
  changePrinter: (request: Asked<ChangePrinter>) => once<SettingsView>('change_printer', request),
  changeLook: (request: Asked<ChangeLook>) => once<SettingsView>('change_look', request),
  addStaff: (request: Asked<AddStaff>) => once<SettingsView>('add_staff', request),
  changeStaffPin: (request: Asked<ChangeStaffPin>) => once<SettingsView>('change_staff_pin', request),
  removeStaff: (request: Asked<RemoveStaff>) => once<SettingsView>('remove_staff', request),
  issueRecoveryCode: () => once<RecoveryCode>('issue_recovery_code', {}),
};

/** A request as a screen makes it: the command's id is added on the way. */
type Asked<Request extends Gesture> = Omit<Request, 'command'>;
