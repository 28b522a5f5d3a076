import type { ProblemBody } from './ask';

/** What the house had to say instead of a page, when somebody opened an address by hand. */
export const servedProblem = ((): { at: string; body: ProblemBody } | undefined => {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="selaras-problem"]');
  try {
    return meta ? { at: location.pathname, body: JSON.parse(meta.content) as ProblemBody } : undefined;
  } catch {
    return undefined;
  }
})();

/** It concerns an address that no screen has; at any other, the screen goes first. */
export const isNoScreen = ({ at, body }: NonNullable<typeof servedProblem>): boolean => body.status !== 404 || /^\/(v1|auth|docs|health)\b/.test(at);
