//! The real window, driven as somebody at the counter drives it. Pictures of the screens are left in `target/screens`.

mod days;
mod looks;
mod paying;
mod printing;
mod restart;
mod selling;
mod sign_on;
mod support;
