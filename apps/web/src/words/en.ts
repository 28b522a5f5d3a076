import { en as shell } from './areas/shell';
import { en as work } from './areas/work';
import { en as aCase } from './areas/case';
import { en as decide } from './areas/decide';
import { en as gate } from './areas/gate';
import { en as radar } from './areas/radar';
import { en as office } from './areas/office';
import { en as sign } from './areas/sign';
import { en as compare } from './areas/compare';
import { en as open } from './areas/open';
import { en as plan } from './areas/plan';
import { en as comfort } from './areas/comfort';
import { en as matters } from './areas/matters';
import type { WordKey } from './id';

export const en: Record<WordKey, string> = { ...shell, ...work, ...aCase, ...decide, ...gate, ...radar, ...office, ...sign, ...compare, ...open, ...plan, ...comfort, ...matters };
