declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'
  export class Provider {
    constructor(issuer: string, configuration: { findAccount: (context: unknown, id: string) => object } & Record<string, unknown>)
    callback(): RequestListener
  }
}
