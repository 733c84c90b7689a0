import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

// A real provider of OpenID Connect as a process of its own; tests start it with `startOidcProvider`. Its sign-in page
// is the package's own: any name signs in as the subject of that name.

const [redirectUri = '', clientId = '', clientSecret = ''] = process.argv.slice(2)
const server: Server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }],
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['tests'] },
    features: { devInteractions: { enabled: true } },
  })
  server.on('request', provider.callback())
  process.stdout.write(`issuer ${issuer}\n`)
})
