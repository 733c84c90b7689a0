import { main } from '../serve.ts'
import { EXIT } from './terminal.ts'

/** `sanqu serve`: the same as `npm start`; the process goes on until it is told to stop. */
export async function serveCommand(): Promise<number> {
  await main()
  return EXIT.ok
}
