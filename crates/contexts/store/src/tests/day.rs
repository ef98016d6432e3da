use crate::profile::Day;

fn day(text: &str) -> Option<Day> {
    Day::try_from(text.to_owned()).ok()
}

#[test]
fn days_are_counted_from_1970_over_leap_years() {
    let start = |text| day(text).map(Day::start_ms);
    assert_eq!(start("1970-01-01"), Some(0));
    assert_eq!(start("2000-02-29"), Some(951_782_400_000));
    assert_eq!(start("2000-03-01"), Some(951_868_800_000));
    assert_eq!(start("2016-06-01"), Some(1_464_739_200_000));
    assert_eq!(start("2100-03-01"), Some(4_107_542_400_000));
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in ["2023-02-29", "2100-02-29", "2016-13-01", "2016-00-01", "2016-06-31", "2016-6-01", "1969-12-31"] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn a_day_is_written_as_it_was_read() {
    assert_eq!(String::from(day("2016-06-01").expect("a day")), "2016-06-01");
}
