import { Problem, type ProblemBody } from '../api/ask';

/** Sends a file as it is and tells how far it is, which fetch cannot (RFC 8187 for its name). */
export function upload(address: string, file: File, key: string, onProgress: (percent: number) => void): Promise<{ version: number; name: string; sha256: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('x-selaras', '1');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / Math.max(total, 1)));
    request.onerror = () => reject(new TypeError('no answer'));
    request.onload = () => {
      const body = JSON.parse(request.responseText || '{}') as never;
      if (request.status < 300) resolve(body);
      else reject(new Problem(request.status, body as ProblemBody));
    };
    request.send(file);
  });
}
