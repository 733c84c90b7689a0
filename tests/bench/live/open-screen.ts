import { get } from 'node:http'

/** Opens the change feed and calls `arrived` with the number of each event; without it the screen takes nothing. */
export function openScreen(port: number, arrived: ((seq: number) => void) | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/api/events', agent: false, headers: { accept: 'text/event-stream' } }, (response) => {
      if (arrived === null) response.pause()
      else {
        response.on('error', () => {}).on('data', (bytes: Buffer) => {
          for (const [, seq] of bytes.toString().matchAll(/^id: (\d+)$/gm)) arrived(Number(seq))
        })
      }
      resolve()
    })
    request.on('error', reject)
  })
}
