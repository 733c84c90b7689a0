declare module 'autocannon' {
  export type Result = { requests: { average: number; total: number }; latency: { p50: number; p99: number }; non2xx: number; errors: number }
  export type Options = {
    url: string
    connections: number
    duration: number
    requests: readonly { method: 'GET'; path: string }[]
  }
  export default function autocannon(options: Options): Promise<Result>
}
