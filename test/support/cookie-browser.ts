export interface Page {
  url: string;
  status: number;
  body: string;
  location?: string;
  headers: Headers;
}

/** A browser as far as signing in needs one: cookies by host and path, redirects, forms. */
export class CookieBrowser {
  private readonly cookies = new Map<string, { value: string; path: string; host: string }>();

  get = (url: string) => this.visit(url, {});
  post = (url: string, form: URLSearchParams) => this.visit(url, { method: 'POST', body: form });

  /** From redirect to redirect, up to a page or to an address that begins like this. */
  async follow(from: string | Page, end?: string): Promise<Page> {
    let page = typeof from === 'string' ? await this.get(from) : from;
    while (page.location && !(end !== undefined && page.location.startsWith(end))) page = await this.get(page.location);
    return page;
  }

  /** A page that submits its form by script. */
  submit({ body }: Page): Promise<Page> {
    const action = /action="([^"]+)"/.exec(body)![1]!;
    const fields = [...body.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as [string, string]);
    return this.post(action, new URLSearchParams(fields));
  }

  async visit(url: string, init: RequestInit): Promise<Page> {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string>), cookie: this.cookieFor(url) } });
    for (const line of response.headers.getSetCookie()) this.keep(line, new URL(url).host);
    const location = response.headers.get('location');
    return { url, status: response.status, headers: response.headers, body: await response.text(), ...(location && { location: new URL(location, url).href }) };
  }

  cookieFor(url: string): string {
    const { pathname, host } = new URL(url);
    return [...this.cookies].filter(([, cookie]) => cookie.host === host && pathname.startsWith(cookie.path)).map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');
  }

  private keep(line: string, host: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    const key = `${name} ${path} ${host}`;
    if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) this.cookies.delete(key);
    else this.cookies.set(key, { value, path, host });
  }
}
