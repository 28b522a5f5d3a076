export interface MailPart { readonly headers: ReadonlyMap<string, string>; readonly body: string }

/** A message as a mail program takes it apart: headers decoded, each part as text (RFC 2045–2047, as far as Selaras writes them). */
export function partsOf(raw: string): { headers: ReadonlyMap<string, string>; parts: MailPart[] } {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  if (!boundary) throw new Error('not a message of several parts');
  const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => split(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  return { headers, parts: parts.map((part) => ({ headers: part.headers, body: decodeBody(part.body, part.headers.get('content-transfer-encoding') ?? '7bit') })) };
}

function split(raw: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const unfolded = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = unfolded.map((line): [string, string] => [line.slice(0, line.indexOf(':')).toLowerCase(), decodeWords(line.slice(line.indexOf(':') + 1).trim())]);
  if (new Set(headers.map(([name]) => name)).size !== headers.length) throw new Error('a header occurs twice');
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quotedPrintable(body).toString('utf8') : body;
}

function decodeWords(header: string): string {
  return header.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
    (kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))).toString('utf8'));
}
