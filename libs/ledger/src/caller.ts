import type { Actor } from '#process';

/** Somebody signed in, with what the register lets them be at this moment. */
export interface Caller {
  /** Opaque id in the register (`p_…`). */
  person: string;
  name: string;
  offices: Actor[];
  /** Exactly the regions row security opens: codes of regions and provinces, or `['*']` for the nation. */
  scopes: string[];
  /** Seconds since the person signed in, by the real clock. */
  signInAge?: number;
}

/** Row security for what the engine does by itself. */
export const everywhere: string[] = ['*'];
