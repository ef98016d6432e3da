//! The real window, driven as somebody at the counter drives it. Pictures of the screens are left in `target/screens`.

mod attacks;
mod days;
mod hostile;
mod looks;
mod paying;
mod permissions;
mod printing;
mod restart;
mod selling;
mod sign_on;
mod support;
