import { walkThrough } from './support/walk.mjs';

walkThrough(2, 3);
