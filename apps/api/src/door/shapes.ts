import { z } from 'zod';
import { isStorable } from './json-text';

/** A text of any meaning: what it may say and how long it may be is judged by the process. */
export const anyText = z.string();
/** A name of something in a process. One that every object carries (`constructor`) is the name of nothing there. */
export const word = (most: number) => z.string().min(1).max(most).refine((name) => !(name in {}), { message: 'nama tidak dikenal | unknown name' });
export const civilDate = z.iso.date();
export const expectedSeq = z.number().int().min(0).max(1_000_000).optional();
export const regionCode = z.string().regex(/^\d{4}$/);
export const provinceCode = z.string().regex(/^\d{2}$/);
export const scope = z.string().regex(/^(\d{2}(\d{2})?)?$/);

/** Both languages of a label. */
export const label = z.object({ id: z.string(), en: z.string() });

/** A text in the address. */
export const queryText = (most: number) => z.string().max(most).refine(isStorable);

export const page = { limit: z.coerce.number().int().min(1).max(100).optional(), cursor: queryText(500).optional() };

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
