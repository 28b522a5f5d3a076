import { FileReadFailed, readsAsAway } from './reading';
import { inspectOle } from './inspect-ole';
import { inspectPdf } from './inspect-pdf';
import { inspectOffice } from './inspect-office';
import { described, isText, mediaOf, mediaTypes, oleMagic, startsWith, usualMedia, type Media } from './media';
import { refuse, type DocumentRefusal } from './refusal';
import type { StoredBytes } from './document-store';
import { scanWithClamd, type ClamdAddress } from './clamd';

/** What the sender says about the bytes. `media` is a media type (parameters allowed) or a short name such as `pdf`. */
export interface Declared {
  media: string;
  name: string;
}

export interface InspectionRules {
  /** Media types or short names that this document type accepts; the usual five when absent. */
  accepted?: readonly string[];
  /** Bytes; a second look at what staging has counted. */
  maxBytes?: number;
  /** A virus scanner; absent = not configured. When it is configured and away, {@link ScannerAway} is thrown. */
  clamd?: ClamdAddress;
}

export type Inspection = { ok: true; media: Media } | DocumentRefusal;

/** Looks at the bytes before they count. Pure reading: keeps nothing, changes nothing, bounded in memory and time. */
export async function inspect(bytes: StoredBytes, declared: Declared, rules: InspectionRules = {}): Promise<Inspection> {
  const media = mediaOf(declared.media);
  const early = refusedBeforeReading(bytes, declared, media, rules);
  if (early) return early;
  const safe = readsAsAway(bytes);
  try {
    const refused = await refusedByContent(safe, media!);
    if (refused) return refused;
    const virus = rules.clamd && await scanWithClamd(safe.stream(), rules.clamd);
    return virus ? refuse('virus-found', virus) : { ok: true, media: media! };
  } catch (cause) { return FileReadFailed.rethrow(cause); }
}

function refusedBeforeReading(bytes: StoredBytes, { media: declared, name }: Declared, media: Media | undefined, rules: InspectionRules) {
  if (bytes.size === 0) return refuse('empty-file', 'the document has no bytes');
  if (rules.maxBytes !== undefined && bytes.size > rules.maxBytes) return refuse('too-large', `more than ${rules.maxBytes} bytes`);
  const accepted = (rules.accepted ?? usualMedia).map(mediaOf);
  if (!media || !accepted.includes(media)) return refuse('media-not-accepted', `${declared} is not among ${accepted.filter(Boolean).join(', ')}`);
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase();
  if (!extension || !mediaTypes[media].extensions.includes(extension)) {
    return refuse('magic-mismatch', `declared as ${media}, but named ${extension ? `.${extension}` : 'without an extension'}`);
  }
  return undefined;
}

async function refusedByContent(bytes: StoredBytes, media: Media): Promise<DocumentRefusal | undefined> {
  const head = await bytes.read(0, 16);
  const office = media === 'docx' || media === 'xlsx';
  if (office && startsWith(head, oleMagic)) return inspectOle(bytes);
  if (!startsWith(head, mediaTypes[media].magic)) return refuse('magic-mismatch', `declared as ${media}, but is ${described(head)}`);
  if (office) return inspectOffice(bytes, media);
  if (media === 'pdf') return inspectPdf(bytes);
  if (media === 'csv' && !await isText(bytes)) return refuse('magic-mismatch', 'declared as csv, but is not UTF-8 text');
  return undefined;
}
