/** SHA-256 of a file, computed on the reader's own device: the file goes nowhere. */
export async function fingerprint(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The reference in an address or in what somebody typed: "rpik-1705-2027/64". */
export function referenceIn(text: string): string | undefined {
  return /^[a-z]+-\d{4}-\d{4}(?:\.\d{1,3})?\/\d{1,6}$/.exec(text.trim().toLowerCase().replace(/\s+/g, ''))?.[0];
}
