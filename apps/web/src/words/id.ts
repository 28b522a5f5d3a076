import { id as acts } from './areas/acts';
import { id as shell } from './areas/shell';
import { id as work } from './areas/work';
import { id as aCase } from './areas/case';
import { id as decide } from './areas/decide';
import { id as gate } from './areas/gate';
import { id as radar } from './areas/radar';
import { id as office } from './areas/office';
import { id as sign } from './areas/sign';
import { id as compare } from './areas/compare';
import { id as open } from './areas/open';
import { id as plan } from './areas/plan';
import { id as comfort } from './areas/comfort';
import { id as matters } from './areas/matters';

/** The sentences of the screens, in Indonesian; a file of `areas` has those of one part in both languages. */
export const areas = { shell, work, case: aCase, decide, gate, radar, office, sign, compare, open, plan, comfort, matters, acts } as const;
export type Area = keyof typeof areas;

export const id = { ...shell, ...work, ...aCase, ...decide, ...gate, ...radar, ...office, ...sign, ...compare, ...open, ...plan, ...comfort, ...matters, ...acts } as const;

export type WordKey = keyof typeof id;
