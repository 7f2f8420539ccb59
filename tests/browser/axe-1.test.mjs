import { walkThrough } from './support/walk.mjs';

walkThrough(1, 3);
