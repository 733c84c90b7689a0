// GB 11643-1999: weights of the first seventeen digits, and the check character for each remainder modulo 11
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
// province codes of GB/T 2260
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Whether digits are a citizen's identity number: eighteen with the right check character, or the old fifteen. */
export function isIdentityNumber(number: string): boolean {
  if (!PROVINCES.test(number)) return false
  if (number.length === 15) return isDate(`19${number.slice(6, 12)}`)
  if (number.length !== 18 || !isDate(number.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECKS[sum % 11] === number[17]
}

function isDate(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
