/** PostGIS exports 23,265 names; nothing else in the engine's thread has so many keys. */
const MANY = 10_000

/**
 * Lets this thread ask only once for the names that a library exports. The engine looks each function of PostGIS up by
 * `Object.keys(exports).indexOf(name)` when it is first called, and listing 23,265 keys takes some milliseconds: 6 %
 * of its start. What a library exports does not change once it is loaded.
 */
export function rememberExports(): void {
  const keysOf = Object.keys
  const known = new WeakMap<object, string[]>()
  Object.keys = (object: object) => {
    const remembered = known.get(object)
    if (remembered !== undefined) return remembered
    const keys = keysOf(object)
    if (keys.length >= MANY) known.set(object, keys)
    return keys
  }
}
