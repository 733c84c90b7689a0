import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { rootDir } from '../../server/root.ts'

/** Starts the provider in a process of its own. `stop` ends it. */
export async function startOidcProvider(redirectUri: string, clientId: string, clientSecret: string): Promise<{ issuer: string; stop(): void }> {
  const file = join(rootDir, 'tests', 'support', 'oidc-provider.ts')
  const provider = spawn(process.execPath, ['--import', 'tsx', file, redirectUri, clientId, clientSecret], { stdio: ['ignore', 'pipe', 'ignore'] })
  const issuer = await new Promise<string>((resolve, reject) => {
    let said = ''
    provider.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const found = /issuer (\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    provider.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)))
  })
  return { issuer, stop: () => void provider.kill() }
}
