const lattice = (seed: number, ix: number, iy: number): number => {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
}

const fade = (t: number): number => t * t * (3 - 2 * t)

/** Smooth value noise in [-1, 1]; wavelength in metres. */
export const noise = (seed: number, x: number, y: number, wavelength: number): number => {
  const fx = x / wavelength
  const fy = y / wavelength
  const ix = Math.floor(fx)
  const iy = Math.floor(fy)
  const u = fade(fx - ix)
  const v = fade(fy - iy)
  const south = lattice(seed, ix, iy) * (1 - u) + lattice(seed, ix + 1, iy) * u
  const north = lattice(seed, ix, iy + 1) * (1 - u) + lattice(seed, ix + 1, iy + 1) * u
  return south * (1 - v) + north * v
}

/** Three octaves of value noise, about [-1, 1]. */
export const fractalNoise = (seed: number, x: number, y: number, wavelength: number): number =>
  (noise(seed, x, y, wavelength) + noise(seed + 1, x, y, wavelength / 2.1) / 2 + noise(seed + 2, x, y, wavelength / 4.3) / 4) / 1.4
