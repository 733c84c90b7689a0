import * as openid from 'openid-client'
import type { OidcSettings } from '../config.ts'
import { isLoopback } from '../config.ts'

/** What a sign-in that was begun must be finished with; kept in a cookie of the browser that began it. */
export type OidcAttempt = { state: string; nonce: string; verifier: string }

export type OidcClient = {
  issuer: string
  /** The provider's page to send the browser to, with what to keep for `finish`. Authorization code with PKCE (S256). */
  begin(redirectUri: string): Promise<{ url: string; attempt: OidcAttempt }>
  /**
   * The subject that the provider vouches for, from the address that it sent the browser back to.
   * @throws where the code, the state, the nonce or the signature is not right
   */
  finish(callback: URL, attempt: OidcAttempt): Promise<string>
}

/** A client of the provider in the settings, whose description is read when it is first needed. */
export function createOidcClient({ issuer, clientId, clientSecret }: OidcSettings): OidcClient {
  const server = new URL(issuer)
  // only a provider on this machine may be reached without TLS
  const execute = server.protocol === 'http:' && isLoopback(server.hostname) ? [openid.allowInsecureRequests] : []
  let known: Promise<openid.Configuration> | null = null
  const configuration = () => {
    known ??= openid.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 }).catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
  return {
    issuer,
    async begin(redirectUri) {
      const verifier = openid.randomPKCECodeVerifier()
      const attempt = { state: openid.randomState(), nonce: openid.randomNonce(), verifier }
      const url = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      })
      return { url: url.href, attempt }
    },
    async finish(callback, { state, nonce, verifier }) {
      const tokens = await openid.authorizationCodeGrant(await configuration(), callback, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const subject = tokens.claims()?.sub
      if (subject === undefined) throw new Error('the provider named no subject')
      return subject
    },
  }
}
