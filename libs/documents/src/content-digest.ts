import { refuse, type DocumentRefusal } from './refusal';

/** RFC 9530 `Content-Digest: sha-256=:<base64>:` → lower-case hex. Other algorithms beside it are ignored, alone they are refused. */
export function contentDigest(header: string): { sha256: string } | DocumentRefusal {
  const members = header.split(',').map((member) => member.trim());
  const shape = /^[a-z*][a-z0-9_.*-]*=:[A-Za-z0-9+/]*={0,2}:$/;
  if (!members.every((member) => shape.test(member))) return refuse('digest-invalid', 'not a list of algorithm=:base64: as in RFC 9530');
  const last = members.filter((member) => member.startsWith('sha-256=')).pop();
  if (last === undefined) return refuse('digest-invalid', 'only sha-256 is understood');
  const text = last.slice('sha-256=:'.length, -1);
  const digest = Buffer.from(text, 'base64');
  if (digest.length !== 32 || digest.toString('base64') !== text) return refuse('digest-invalid', 'not the base64 of 32 bytes');
  return { sha256: digest.toString('hex') };
}
