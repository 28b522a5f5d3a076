import { createHash } from 'node:crypto';
import { contentDigest } from './content-digest';

const digest = (algorithm: string) => createHash(algorithm).update('x').digest('base64');

describe('the announced digest', () => {
  it('is read as hex, also among others', () => {
    const sha256 = createHash('sha256').update('x').digest('hex');
    expect(contentDigest(`sha-256=:${digest('sha256')}:`)).toEqual({ sha256 });
    expect(contentDigest(`sha-512=:${digest('sha512')}:, sha-256=:${digest('sha256')}:`)).toEqual({ sha256 });
  });
  it.each(['', 'x', `sha-256=${digest('sha256')}`, `sha-256=:${digest('sha1')}:`, `sha-512=:${digest('sha512')}:`, `SHA-256=:${digest('sha256')}:`, `sha-256=:${digest('sha256').replace('=', '')}:`, 'sha-256=::', `sha-256=:${digest('sha256')}:,`])('is refused: %j', (header) => {
    expect(contentDigest(header)).toMatchObject({ refused: 'digest-invalid' });
  });
});
