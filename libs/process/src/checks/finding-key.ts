import { commodityName } from '../matrix';
import type { CheckCode } from './finding';

const longest = 60;

/** Check, sorted members and subject, of letters that need no escaping in a URL: `X01.1704-1705.commodity-tenun-bumpak`. */
export function findingKey(check: CheckCode, members: readonly string[], subject: readonly string[]): string {
  return [check, shortened([...members].sort().join('-')) || 'province', ...subject.map((part) => shortened(slug(part)))].join('.');
}

/** ASCII words joined by hyphens; any other letter by its code point, so that different names keep different keys. */
function slug(text: string): string {
  return commodityName(text)
    .replace(/[^a-z0-9 ]/gu, (letter) => `u${letter.codePointAt(0)!.toString(16)}`)
    .replaceAll(' ', '-');
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 17)}-${fingerprint(text, 0x811c9dc5)}${fingerprint(text, 0x01234567)}`;
}

/** FNV-1a, 32 bits: tells long names apart, protects nothing. */
function fingerprint(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
