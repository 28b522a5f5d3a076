import { canonicalJson } from '#process';

/** The path of the first member in which two values differ. */
export function firstDifference(is: unknown, shouldBe: unknown, path = '$'): string {
  if (typeof is === 'object' && typeof shouldBe === 'object' && is !== null && shouldBe !== null) {
    const keys = [...new Set([...Object.keys(is), ...Object.keys(shouldBe)])].sort();
    for (const key of keys) {
      const [a, b] = [(is as Record<string, unknown>)[key], (shouldBe as Record<string, unknown>)[key]];
      if (canonicalJson(a ?? null) !== canonicalJson(b ?? null)) return firstDifference(a, b, `${path}.${key}`);
    }
  }
  return `${path} is ${JSON.stringify(is)}, the record says ${JSON.stringify(shouldBe)}`.slice(0, 300);
}
