//! Second keying: who may, what they see, and where every order of keyings ends.

mod blindness;
mod kit;
mod orders;
mod rights;
mod rounds;
mod work;
