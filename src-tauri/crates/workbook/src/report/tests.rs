mod kit;
mod read_back;
mod targets;
