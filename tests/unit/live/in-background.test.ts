import { expect, it } from 'vitest'
import { inBackground } from '../../../server/live/in-background.ts'
import { pause } from '../../support/rounds.ts'

it('goes on while there is work, lets others in between, begins again when woken, and ends when stopped', async () => {
  let left = 3
  let done = 0
  const background = inBackground(() => {
    done += 1
    return --left > 0
  }, 10)
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

it('waits until it is woken no more, also in the middle of its work', async () => {
  let done = 0
  const background = inBackground(() => (done += 1) < 100, 200)
  for (let woken = 0; woken < 20; woken++) {
    background.wake()
    await pause(15)
  }
  expect(done).toBe(0)
  while (done < 2) await pause(1)
  background.wake()
  const before = done
  await pause(50)
  expect(done).toBe(before)
  background.stop()
})
