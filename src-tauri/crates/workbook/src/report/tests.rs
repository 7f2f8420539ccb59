mod kit;
mod read_back;
mod schools;
mod targets;
mod verification;
