mod corpus;
mod fuzz;
