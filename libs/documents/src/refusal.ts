/** Why a document does not count. Stable: the code travels unchanged to the HTTP body. */
export const documentRefusalCodes = [
  'empty-file', 'too-large', 'media-not-accepted', 'magic-mismatch', 'zip-bomb', 'zip-entry-name', 'macro-document',
  'embedded-object-refused', 'encrypted-document', 'encrypted-pdf', 'scripted-pdf', 'digest-mismatch', 'digest-invalid',
  'virus-found', 'file-name-missing', 'file-name-invalid',
] as const;

export type DocumentRefusalCode = (typeof documentRefusalCodes)[number];

/** A refusal is a value: `detail` is one English sentence for the log and the problem's `detail`. */
export interface DocumentRefusal {
  refused: DocumentRefusalCode;
  detail: string;
}

export function refuse(refused: DocumentRefusalCode, detail: string): DocumentRefusal {
  return { refused, detail };
}

export function isDocumentRefusal(answer: object): answer is DocumentRefusal {
  return 'refused' in answer;
}
