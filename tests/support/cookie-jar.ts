/** A browser without pages: keeps cookies by origin and follows no redirect by itself. */
export function createCookieJar() {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    return jars.get(origin) ?? jars.set(origin, new Map()).get(origin)!
  }
  return {
    cookies: jarOf,
    async fetch(url: string, init: RequestInit = {}): Promise<{ status: number; location: string | null; text: string }> {
      const jar = jarOf(url)
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) } })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        const ended = /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)
        if (ended) jar.delete(pair.slice(0, at))
        else jar.set(pair.slice(0, at), pair.slice(at + 1))
      }
      const location = response.headers.get('location')
      return { status: response.status, location: location === null ? null : new URL(location, url).href, text: await response.text() }
    },
  }
}
