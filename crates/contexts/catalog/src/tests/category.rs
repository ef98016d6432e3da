use crate::category::{CategoryAdded, CategoryChanged, CategoryEvent};
use crate::{AddCategory, Category, CategoryCommand, CategoryDetails, ChangeCategory, Rejection, category_id_for_path};
use eventing::testing::given;
use kernel::CategoryId;

fn at(path: &[&str]) -> CategoryId {
    category_id_for_path(path)
}

fn details(name: &str, parent: Option<CategoryId>) -> CategoryDetails {
    CategoryDetails { parent, name: name.into(), sort_order: 1, colour: None, icon: None }
}

fn add(details: CategoryDetails, above: &[CategoryId]) -> CategoryCommand {
    CategoryCommand::Add(AddCategory { category: at(&["Κινητά"]), details, above: above.to_vec() })
}

fn change(details: CategoryDetails, above: &[CategoryId]) -> CategoryCommand {
    CategoryCommand::Change(ChangeCategory { category: at(&["Κινητά"]), details, above: above.to_vec() })
}

fn added(details: CategoryDetails) -> CategoryEvent {
    CategoryAdded { category: at(&["Κινητά"]), details }.into()
}

#[test]
fn a_category_enters_the_tree_with_its_look() {
    let details = CategoryDetails {
        colour: Some("#1a2B3c".into()),
        icon: Some("battery-charging".into()),
        ..details("Κινητά", None)
    };
    given::<Category>([]).when(add(details.clone(), &[])).then([added(details)]);
}

#[test]
fn a_colour_may_be_one_of_the_designs_own() {
    let details = CategoryDetails { colour: Some("violet".into()), ..details("Κινητά", None) };
    given::<Category>([]).when(add(details.clone(), &[])).then([added(details)]);
}

#[test]
fn a_colour_that_is_none_is_refused() {
    for colour in ["#12345", "#12345g", "red;", "url(x)"] {
        let details = CategoryDetails { colour: Some(colour.into()), ..details("Κινητά", None) };
        let refused = Rejection::StyleInvalid { field: "colour", text: colour.into() };
        given::<Category>([]).when(add(details, &[])).then_refused(refused);
    }
}

#[test]
fn an_icon_is_a_lucide_name() {
    let details = CategoryDetails { icon: Some("<svg>".into()), ..details("Κινητά", None) };
    let refused = Rejection::StyleInvalid { field: "icon", text: "<svg>".into() };
    given::<Category>([]).when(add(details, &[])).then_refused(refused);
}

#[test]
fn a_category_needs_a_name() {
    given::<Category>([])
        .when(add(details(" ", None), &[]))
        .then_refused(Rejection::TextInvalid { field: "name", most: 200 });
}

#[test]
fn a_category_enters_once() {
    given::<Category>([added(details("Κινητά", None))])
        .when(add(details("Κινητά", None), &[]))
        .then_refused(Rejection::AlreadyExists);
}

#[test]
fn a_category_stands_below_one_that_exists() {
    let parent = at(&["Όλα"]);
    let below = details("Κινητά", Some(parent));
    given::<Category>([]).when(add(below.clone(), &[parent])).then([added(below.clone())]);
    given::<Category>([]).when(add(below, &[])).then_refused(Rejection::CategoryUnknown);
}

#[test]
fn a_category_never_stands_below_itself() {
    let (own, child) = (at(&["Κινητά"]), at(&["Κινητά", "Android"]));
    let history = [added(details("Κινητά", None))];
    given::<Category>(history.clone())
        .when(change(details("Κινητά", Some(own)), &[own]))
        .then_refused(Rejection::CategoryBelowItself);
    given::<Category>(history)
        .when(change(details("Κινητά", Some(child)), &[child, own]))
        .then_refused(Rejection::CategoryBelowItself);
}

#[test]
fn categories_nest_eight_deep() {
    let above: Vec<CategoryId> = (0..8).map(|n| at(&[&format!("level {n}")])).collect();
    given::<Category>([])
        .when(add(details("Κινητά", Some(above[0])), &above))
        .then_refused(Rejection::CategoryTooDeep { most: 8 });
}

#[test]
fn a_change_is_a_fact_only_where_something_differs() {
    let history = [added(details("Κινητά", None))];
    given::<Category>(history.clone()).when(change(details("Κινητά", None), &[])).then_nothing();
    let renamed = details("Τηλέφωνα", None);
    given::<Category>(history).when(change(renamed.clone(), &[])).then([CategoryChanged {
        category: at(&["Κινητά"]),
        details: renamed,
    }
    .into()]);
}

#[test]
fn an_unknown_category_cannot_change() {
    given::<Category>([]).when(change(details("Κινητά", None), &[])).then_refused(Rejection::CategoryUnknown);
}
