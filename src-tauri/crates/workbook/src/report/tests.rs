mod kit;
mod read_back;
