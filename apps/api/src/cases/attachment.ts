/** `Content-Disposition` of a download (RFC 6266): the name in ASCII for old readers, whole for the others. Never a path, never shown in place. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\/:]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain || 'dokumen'}"; filename*=UTF-8''${whole}`;
}
