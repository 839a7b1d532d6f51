import { unknown, type DataShape } from './data-shape';
import type { PathReading } from './read-path';

/** A shape, and whether the value is undefined instead. */
export type Evaluated = Pick<PathReading, 'shape' | 'missing' | 'element'>;

export const anything: Evaluated = { shape: unknown, missing: 'possible' };

/** A value that is never undefined. */
export const there = (shape: DataShape): Evaluated => ({ shape, missing: 'no' });
