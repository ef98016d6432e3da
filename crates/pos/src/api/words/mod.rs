//! What crosses to a screen or a shell: the shapes of answers. Amounts arrive computed; a screen only formats them.

mod cart;
mod printing;
mod products;
mod receipt;
mod sale;
mod settings;
mod shift;
mod start;

pub use cart::*;
pub use printing::*;
pub use products::*;
pub use receipt::*;
pub use sale::*;
pub use settings::*;
pub use shift::*;
pub use start::*;
