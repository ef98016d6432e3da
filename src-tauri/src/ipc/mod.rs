//! The commands that the window may call: each parses its request, asks the register, and hands the answer on.

mod approval;
mod cart;
mod checkout;
mod counter;
mod printing;
mod products;
mod settings;
mod shifts;

use kernel::Refusal;
use tauri::ipc::Invoke;

/// What the window gets: the answer, or a refusal with a code.
pub type Answer<T> = Result<T, Refusal>;

/// The answer of the register as the window gets it.
fn answer<T>(result: pos::Result<T>) -> Answer<T> {
    result.map_err(|error| error.refusal())
}

/// Every command.
pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        counter::start,
        counter::opening,
        counter::sign_on,
        counter::sign_off,
        counter::recover,
        settings::set_up_demo,
        settings::set_up_shop,
        settings::settings,
        settings::change_shop,
        settings::change_printer,
        settings::change_look,
        settings::add_staff,
        settings::change_staff_pin,
        settings::remove_staff,
        settings::issue_recovery_code,
        shifts::open_shift,
        shifts::close_shift,
        products::list_categories,
        products::list_products,
        products::search,
        cart::scan,
        cart::add_product,
        cart::change_quantity,
        cart::void_line,
        cart::discount_line,
        cart::discount_order,
        cart::override_price,
        cart::override_line_total,
        cart::note_line,
        cart::note_order,
        cart::ignore_unknown,
        cart::cancel_order,
        cart::park_order,
        cart::resume_order,
        cart::list_parked,
        checkout::place_order,
        checkout::pay_cash,
        checkout::pay_card,
        checkout::pay_coupon,
        checkout::give_back_tender,
        checkout::reverse_last,
        approval::list_approvers,
        approval::approve,
        printing::list_receipts,
        printing::find_receipt,
        printing::print_copy,
        printing::print_again,
        printing::drop_job,
        printing::print_test,
        printing::watch_printing,
        printing::find_shift,
        printing::print_shift,
    ]
}
