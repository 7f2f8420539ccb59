import { walkThrough } from './support/walk.mjs';

walkThrough(3, 3);
