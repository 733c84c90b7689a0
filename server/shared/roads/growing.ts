type Columns = Float64Array | Float32Array | Int32Array | Uint32Array | Int8Array | Uint8Array
type Make<T extends Columns> = new (length: number) => T

/** A column of numbers that grows as it is written. */
export type Growing<T extends Columns> = { push(value: number): void; length(): number; finish(): T }

export function growing<T extends Columns>(Column: Make<T>): Growing<T> {
  let values = new Column(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Column(2 * length)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    length: () => length,
    finish: () => values.slice(0, length) as T,
  }
}
