import { describe, expect, it } from 'vitest'
import { ConfigError, isLoopback, readConfig } from '../../server/config.ts'

describe('configuration', () => {
  it('has a sensible value for every setting', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: null, demo: true, logLevel: 'info', trustProxy: false })
    expect(config.dataDir).toMatch(/\.sanqu$/)
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('reads what is set', () => {
    const env = { HOST: '0.0.0.0', PORT: '9000', DATA_DIR: '/data/sanqu', DATABASE_URL: 'postgresql://sanqu@db/sanqu', DEMO: 'false', LOG_LEVEL: 'warn', PUBLIC_ORIGIN: 'https://sanqu.example', TRUST_PROXY: '1', POOL_SIZE: '8' }
    expect(readConfig(env)).toMatchObject({
      host: '0.0.0.0', port: 9000, dataDir: '/data/sanqu', databaseUrl: 'postgresql://sanqu@db/sanqu', demo: false,
      logLevel: 'warn', publicOrigin: 'https://sanqu.example', trustProxy: true, poolSize: 8,
    })
  })

  it('reports all problems at once, by name, and never shows a password', () => {
    const env = { PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://root:secret@db', PUBLIC_ORIGIN: 'sanqu.example/path', DEMO: 'perhaps', SESSION_HOURS: '0' }
    const error = (() => {
      try {
        readConfig(env)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(ConfigError)
    const { faults, message } = error as ConfigError
    expect(faults.map((fault) => fault.name).sort()).toEqual(['DATABASE_URL', 'DEMO', 'LOG_LEVEL', 'PORT', 'PUBLIC_ORIGIN', 'SESSION_HOURS'])
    expect(message).toContain('PORT="99999": expected a whole number from 0 to 65535')
    expect(message).not.toContain('secret')
  })

  it.each([
    ['127.0.0.1', true], ['127.8.8.8', true], ['::1', true], ['localhost', true],
    ['0.0.0.0', false], ['::', false], ['10.0.0.1', false], ['128.0.0.1', false], ['localhost.example', false],
  ])('knows whether %s is loopback: %s', (host, loopback) => expect(isLoopback(host)).toBe(loopback))
})
