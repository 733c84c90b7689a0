/** Who asks: everybody sees public zones, a signed-in post all of them. */
export type Audience = 'public' | 'all'
