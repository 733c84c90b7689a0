import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane)
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), PARAMETERS)

let decoy: Promise<string> | undefined

/** Whether the password fits; a missing hash costs the same time, so that user names cannot be told apart. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const fits = await verify(passwordHash ?? (await decoy), password.normalize('NFKC')).catch(() => false)
  return fits && passwordHash !== undefined
}

/** A password to hand out: 20 characters without look-alikes, 115 bits. */
export function randomPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const bytes = [...randomBytes(80)].filter((byte) => byte < 4 * letters.length).slice(0, 20)
  return bytes.map((byte) => letters[byte % letters.length]).join('').replace(/(.{5})(?=.)/g, '$1-')
}
