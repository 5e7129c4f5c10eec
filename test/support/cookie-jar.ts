/** Cookies and redirects as in a browser, one step at a time; no script, no paths. */
export class CookieJar {
  readonly cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  /** One request; cookies that it sets are kept. @param path on the site, or a whole address */
  async go(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.base), { ...init, redirect: 'manual', headers: { cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until there is a page, or an address that `until` accepts. */
  async follow(path: string, until: (address: string) => boolean = () => false): Promise<{ readonly address: string; readonly response: Response }> {
    for (let address = path, steps = 0; steps < 10; steps += 1) {
      const response = await this.go(address);
      const next = response.headers.get('location');
      if (next === null) return { address, response };
      if (until(next)) return { address: next, response };
      address = new URL(next, new URL(address, this.base)).href;
    }
    throw new Error('the way never ended');
  }
}
