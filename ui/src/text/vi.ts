/** Every visible string of the window. A sentence with values is a function. */

import { keying } from './vi/keying';
import { actions, shell } from './vi/shell';
import { start } from './vi/start';

export const vi = { actions, shell, start, keying };
