/** A request with an Idempotency-Key: the hashes of the key, and of who asks for what. */
export type OnceKey = { keyHash: string; fingerprint: string }
/** The key while its request is carried out; `kept` is what the one transaction under it came to. */
export type OnceWrite = OnceKey & { kept: { result: unknown } | null }
