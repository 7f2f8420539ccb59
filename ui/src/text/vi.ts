/**
 * Every visible string of the window. A sentence with values is a function. A namespace and no object: so each chunk of
 * the built window holds only the words that its screens say.
 */
export * as vi from './vi/index';
