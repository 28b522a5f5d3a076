import { desk } from './desk';
import { digest } from './digest';
import { discussion } from './discussion';
import { endorsement } from './endorsement';
import { ends } from './ends';
import { gate } from './gate';
import { readiness } from './readiness';
import { time } from './time';
import { trouble } from './trouble';

/** Every notice that can be written, in both languages. */
export const catalogue = { ...desk, ...discussion, ...gate, ...readiness, ...endorsement, ...time, ...ends, ...trouble, ...digest } as const;
