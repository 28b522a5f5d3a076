import { id as comfort } from './areas/comfort';
import { id as shell } from './areas/shell';
import { id as work } from './areas/work';

/** Said on every page, and on the one everybody comes to first: these are there from the start, the others come with the page that says them. */
export const first = { shell, work, comfort };
