const pad = (n: number) => String(n).padStart(2, '0')

/** A moment as a datetime-local field wants it, in the reader's time zone. */
export const toLocalInput = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
