import { orient2d } from 'robust-predicates'

// Below this the expansion arithmetic of orient2d can underflow and lose its exactness.
const SMALLEST_SAFE = 1e-140

/**
 * Sign of (b − a) × (p − a), exact for every finite double: positive when p lies left of a→b, 0 on its line.
 * Shewchuk, Adaptive Precision Floating-Point Arithmetic (1997), by robust-predicates; integers where that underflows.
 */
export function exactSide(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  if (tiny(ax) || tiny(ay) || tiny(bx) || tiny(by) || tiny(px) || tiny(py)) {
    return integerSide(ax, ay, bx, by, px, py)
  }
  return -orient2d(ax, ay, bx, by, px, py)
}

function tiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < SMALLEST_SAFE
}

function integerSide(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  const x = toInteger(ax)
  const y = toInteger(ay)
  const cross = (toInteger(bx) - x) * (toInteger(py) - y) - (toInteger(by) - y) * (toInteger(px) - x)
  return cross > 0n ? 1 : cross < 0n ? -1 : 0
}

// Every finite double is a whole number of 2^-1074.
function toInteger(value: number): bigint {
  const bits = BigInt.asUintN(64, new BigInt64Array(new Float64Array([value]).buffer)[0] ?? 0n)
  const exponent = (bits >> 52n) & 0x7ffn
  const fraction = bits & 0xfffffffffffffn
  const magnitude = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n)
  return bits >> 63n ? -magnitude : magnitude
}
