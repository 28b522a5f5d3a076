/** Where a sign-in begins; it comes back to where one is now. */
export function signInAddress({ persona, fresh = false, returnTo = `${location.pathname}${location.search}` }: { persona?: string; fresh?: boolean; returnTo?: string } = {}): string {
  const query = new URLSearchParams({ returnTo: returnTo === '/' || returnTo.startsWith('/?masuk') ? '/kerja' : returnTo, lang: document.documentElement.lang || 'id' });
  if (persona) query.set('persona', persona);
  if (fresh) query.set('fresh', '1');
  return `/auth/sign-in?${query}`;
}
