import { refuse, type DocumentRefusal } from './refusal';

const longest = 200;
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;
const parameter = /\s*;\s*([!#$&+.^_`|~0-9a-z-]+\*?)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s;"]*))/iy;

/**
 * The name in `Content-Disposition: attachment; filename*=UTF-8''…; filename="…"` (RFC 6266, RFC 8187 and its forerunner 5987).
 * The extended form wins. The name is a label for people, never a path; it is returned in Unicode form NFC.
 */
export function fileName(contentDisposition: string | undefined): { name: string } | DocumentRefusal {
  if (contentDisposition === undefined || contentDisposition.trim() === '') return refuse('file-name-missing', 'no Content-Disposition');
  const parameters = parametersOf(contentDisposition);
  if (!parameters) return refuse('file-name-invalid', 'Content-Disposition is malformed');
  const extended = parameters.get('filename*');
  const plain = parameters.get('filename');
  if (extended === undefined && plain === undefined) return refuse('file-name-missing', 'Content-Disposition names no file');
  const name = extended !== undefined ? decoded(extended) : fromLatin1(plain!);
  if (name === undefined) return refuse('file-name-invalid', 'filename* is malformed');
  const complaint = complaintAboutName(name);
  return complaint ? refuse('file-name-invalid', complaint) : { name: name.normalize('NFC') };
}

/** What is wrong with a name, or undefined; also for names that come by another way than HTTP. */
export function complaintAboutName(name: string): string | undefined {
  if (name.trim() === '') return 'the name is empty';
  if ([...name].length > longest) return `the name is longer than ${longest} characters`;
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(name)) return 'the name holds a control, bidirectional or invisible character';
  if (/[/\\:]/.test(name.normalize('NFKC')) || /[\u2044\u2215\u29f8\u29f9]/.test(name)) return 'the name holds a part of a path';
  if (/^[.\s]|[.\s]$/.test(name)) return 'the name begins or ends with a dot or a blank';
  if (reserved.test(name.normalize('NFKC')) || reserved.test(name)) return 'the name is reserved for a device';
  return undefined;
}

function parametersOf(header: string): Map<string, string> | undefined {
  const type = /^\s*[!#$%&'*+.^_`|~0-9a-z-]+/i.exec(header)?.[0];
  if (type === undefined) return undefined;
  const found = new Map<string, string>();
  parameter.lastIndex = type.length;
  for (let at = type.length; !/^\s*;?\s*$/.test(header.slice(at)); at = parameter.lastIndex) {
    parameter.lastIndex = at;
    const match = parameter.exec(header);
    if (!match) return undefined;
    const key = match[1]!.toLowerCase();
    if (found.has(key)) return undefined;
    found.set(key, match[2]?.replace(/\\([\s\S])/g, '$1') ?? match[3]!);
  }
  return found;
}

function decoded(extended: string): string | undefined {
  const [, charset, text] = /^(utf-8|iso-8859-1)'[a-z0-9-]*'((?:[!#$&+.^_`|~0-9a-z-]|%[0-9a-f]{2})*)$/i.exec(extended) ?? [];
  if (charset === undefined || text === undefined) return undefined;
  const octets = Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  return charset.toLowerCase() === 'utf-8' ? utf8(octets) : octets.toString('latin1');
}

/** Node hands header octets over as Latin-1; browsers send UTF-8 in the plain form. */
function fromLatin1(text: string): string {
  return /[^\0-\xff]/.test(text) ? text : utf8(Buffer.from(text, 'latin1')) ?? text;
}

function utf8(octets: Buffer): string | undefined {
  try { return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets); } catch { return undefined; }
}
