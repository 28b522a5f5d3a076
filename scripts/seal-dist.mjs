import { sealDist } from './lib/seal-dist.mjs';

sealDist();
