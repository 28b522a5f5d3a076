import fs from 'node:fs';

/** The last lines of a text file, for a message. */
export function tail(file, lines = 20) {
  try {
    const size = fs.statSync(file).size;
    const from = Math.max(0, size - 16_384);
    const handle = fs.openSync(file, 'r');
    const bytes = Buffer.alloc(size - from);
    fs.readSync(handle, bytes, 0, bytes.length, from);
    fs.closeSync(handle);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
