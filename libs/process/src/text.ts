/** A label or sentence in both languages of the product: Indonesian first, English beside it. */
export interface Text {
  id: string;
  en: string;
}

/** A confidential text as the chain knows it: its salted SHA-256 and length. The words and the salt lie in a table beside the chain. */
export interface SealedText {
  sha256: string;
  length: number;
}
