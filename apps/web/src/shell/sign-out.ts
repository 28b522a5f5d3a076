import { ask } from '../api/ask';

/** Ends this session, or all of this person's, and goes where the house says. */
export async function signOut(everywhere: boolean): Promise<void> {
  const { location: next } = await ask<{ location: string }>('/auth/sign-out', { method: 'POST', body: { everywhere } });
  location.assign(next);
}
