//! The toy's rules.

use eventing::{App, Decider, Effect, Loaded, Need, On, Policy, Reaction, View};
use kernel::{Fact, Moment, Uuid};
use serde::{Deserialize, Serialize};

pub const JAR: Uuid = Uuid::from_u128(0xa1);
pub const OTHER_JAR: Uuid = Uuid::from_u128(0xa2);
/// The one stream that tallies.
pub const TALLY: Uuid = Uuid::from_u128(0xb1);

eventing::fact! {
    CoinDropped, "toy.jar.coin_dropped", v 1, { jar: Uuid, cents: i64 }
}
eventing::fact! {
    JarEmptied, "toy.jar.emptied", v 1, { jar: Uuid }
}
eventing::fact! {
    Tallied, "toy.tally.tallied", v 1, { jar: Uuid, in_row: i64, in_stream: i64 }
}
eventing::fact! {
    Noted, "toy.tally.noted", v 1, { text: String }
}

eventing::events! {
    pub enum JarEvent { CoinDropped, JarEmptied }
}
eventing::events! {
    pub enum TallyEvent { Tallied, Noted }
}

pub struct Jar;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JarState {
    pub cents: i64,
    pub coins: u32,
}

pub enum JarCommand {
    Drop(Vec<i64>),
    Empty,
}

#[derive(Debug, PartialEq, Eq)]
pub struct NotACoin;

impl Decider for Jar {
    const KIND: &'static str = "toy.jar";
    const FOLD_VERSION: u16 = 1;
    type State = JarState;
    type Command = JarCommand;
    type Event = JarEvent;
    type Rejection = NotACoin;

    fn decide(_: &JarState, command: JarCommand, _: &Moment) -> Result<Vec<JarEvent>, NotACoin> {
        match command {
            JarCommand::Drop(coins) if coins.iter().any(|cents| *cents < 0) => Err(NotACoin),
            JarCommand::Drop(coins) => {
                Ok(coins.into_iter().map(|cents| CoinDropped { jar: JAR, cents }.into()).collect())
            }
            JarCommand::Empty => Ok(vec![JarEmptied { jar: JAR }.into()]),
        }
    }

    fn evolve(state: JarState, event: &JarEvent) -> JarState {
        match event {
            JarEvent::CoinDropped(dropped) => JarState { cents: state.cents + dropped.cents, coins: state.coins + 1 },
            JarEvent::JarEmptied(_) => JarState::default(),
        }
    }
}

pub struct Tally;

impl Decider for Tally {
    const KIND: &'static str = "toy.tally";
    const FOLD_VERSION: u16 = 1;
    type State = u32;
    type Command = ();
    type Event = TallyEvent;
    type Rejection = NotACoin;

    fn decide(_: &u32, (): (), _: &Moment) -> Result<Vec<TallyEvent>, NotACoin> {
        Ok(vec![Noted { text: "asked".to_owned() }.into()])
    }

    fn evolve(state: u32, event: &TallyEvent) -> u32 {
        match event {
            TallyEvent::Tallied(_) | TallyEvent::Noted(_) => state + 1,
        }
    }
}

/// Reads the jar's row, which this very commit may have changed, and its stream.
pub struct WhenCoinDroppedTally;

const JAR_ROW: &str = "SELECT json(cents) FROM toy_jar WHERE jar = ?1";

impl Policy for WhenCoinDroppedTally {
    type On = CoinDropped;
    const NAME: &'static str = "toy.when_coin_dropped_tally";
    const RECORDS: &'static [&'static str] = &[Tallied::TYPE];

    fn needs(on: &CoinDropped) -> Vec<Need> {
        let row = Need::rows("toy_jar", JAR_ROW, on.jar.to_string());
        vec![Need::stream::<Jar>(on.jar), Need::stream::<Tally>(TALLY), row]
    }

    fn react(on: &CoinDropped, _: &Moment, loaded: &Loaded<'_>) -> Reaction {
        let in_row: Vec<i64> = loaded.rows(JAR_ROW);
        let tallied = Tallied { jar: on.jar, in_row: in_row[0], in_stream: loaded.state::<Jar>(on.jar).cents };
        let said = Effect { kind: "toy.say", key: format!("say {}", on.cents), payload: b"{}".to_vec() };
        Reaction::append::<Tally>(TALLY, vec![tallied.into()]).and_effect(said)
    }
}

pub struct WhenTalliedNote;

impl Policy for WhenTalliedNote {
    type On = Tallied;
    const NAME: &'static str = "toy.when_tallied_note";
    const RECORDS: &'static [&'static str] = &[Noted::TYPE];

    fn needs(_: &Tallied) -> Vec<Need> {
        vec![]
    }

    fn react(on: &Tallied, _: &Moment, _: &Loaded<'_>) -> Reaction {
        Reaction::append::<Tally>(TALLY, vec![Noted { text: format!("{} cents", on.in_row) }.into()])
    }
}

/// Answers itself without end.
pub struct WhenNotedNote;

impl Policy for WhenNotedNote {
    type On = Noted;
    const NAME: &'static str = "toy.when_noted_note";
    const RECORDS: &'static [&'static str] = &[Noted::TYPE];

    fn needs(_: &Noted) -> Vec<Need> {
        vec![]
    }

    fn react(on: &Noted, _: &Moment, _: &Loaded<'_>) -> Reaction {
        Reaction::append::<Tally>(TALLY, vec![on.clone().into()])
    }
}

/// Records something that it does not declare.
pub struct WhenEmptiedNote;

impl Policy for WhenEmptiedNote {
    type On = JarEmptied;
    const NAME: &'static str = "toy.when_emptied_note";
    const RECORDS: &'static [&'static str] = &[];

    fn needs(_: &JarEmptied) -> Vec<Need> {
        vec![]
    }

    fn react(_: &JarEmptied, _: &Moment, _: &Loaded<'_>) -> Reaction {
        Reaction::append::<Tally>(TALLY, vec![Noted { text: "empty".to_owned() }.into()])
    }
}

const COIN_SQL: &str = "INSERT INTO toy_jar (jar, cents, coins) \
     SELECT value->>'$.p.jar', sum(value->>'$.p.cents'), count(*) FROM json_each(?1) WHERE true GROUP BY 1 \
     ON CONFLICT (jar) DO UPDATE SET cents = cents + excluded.cents, coins = coins + excluded.coins";

pub static JAR_VIEW: View = View {
    name: "toy_jar",
    version: 1,
    tables: &["toy_jar"],
    ddl: "CREATE TABLE toy_jar (jar TEXT PRIMARY KEY, cents INTEGER NOT NULL, coins INTEGER NOT NULL) STRICT;",
    on: &[
        On::new(CoinDropped::TYPE, COIN_SQL),
        On::new(
            JarEmptied::TYPE,
            "UPDATE toy_jar SET cents = 0, coins = 0 WHERE jar IN (SELECT value->>'$.p.jar' FROM json_each(?1))",
        ),
    ],
};

/// Keeps whatever a view may know of an event.
pub static DIARY_VIEW: View = View {
    name: "toy_diary",
    version: 1,
    tables: &["toy_diary"],
    ddl: "CREATE TABLE toy_diary (position INTEGER PRIMARY KEY, at_ms INTEGER, actor TEXT, approver TEXT, shift TEXT, \
            payload TEXT) STRICT;",
    on: &[On::new(CoinDropped::TYPE, DIARY_SQL), On::new(Tallied::TYPE, DIARY_SQL), On::new(Noted::TYPE, DIARY_SQL)],
};

const DIARY_SQL: &str = "INSERT INTO toy_diary SELECT value->>'$.position', value->>'$.at', value->>'$.actor', \
     value->>'$.approver', value->>'$.shift', value->>'$.p' FROM json_each(?1)";

/// Jars alone.
pub fn jars() -> App {
    App::default().decider::<Jar>().view(&JAR_VIEW)
}

/// Jars, the tally that follows them, and a diary of it all.
pub fn toy() -> App {
    let app = jars().view(&DIARY_VIEW).decider::<Tally>();
    app.policy::<WhenCoinDroppedTally>().policy::<WhenTalliedNote>()
}
