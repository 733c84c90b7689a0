import { expect, it } from 'vitest'
import { inBackground } from '../../../server/live/in-background.ts'
import { pause } from '../../support/rounds.ts'

it('goes on while there is work, lets others in between, begins again when woken, and ends when stopped', async () => {
  let left = 3
  let done = 0
  const background = inBackground(() => {
    done += 1
    return --left > 0
  })
  background.wake()
  background.wake()
  expect(done).toBe(0)
  while (left > 0) await pause(1)
  await pause(30)
  expect(done).toBe(3)
  left = 1
  background.wake()
  while (left > 0) await pause(1)
  expect(done).toBe(4)
  background.wake()
  background.stop()
  await pause(30)
  expect(done).toBe(4)
})
