mod read_back;
