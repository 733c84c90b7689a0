import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import { Ajv, type Options, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { App } from './app-type.ts'

type BuildSerializer = NonNullable<NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>['buildSerializer']>
type Validate = ((data: unknown) => boolean) & Pick<ValidateFunction, 'errors'>

// code is made quicker than it is made shorter, and V8 shortens it as well
const UNPOLISHED = { code: { optimize: false } }

// after a start everybody comes back at once, and what they ask for is compiled first
const REST_AFTER_MS = 10_000

/**
 * Compilers of the routes' schemas that put each off until a request needs it: compiling all of them takes a second, in
 * which nothing would be answered. `rest` compiles the others some time after the server listens, one a turn.
 */
export function lazyCompilers(): { validator: FastifySchemaCompiler<object>; buildSerializer: BuildSerializer; rest(app: App): void } {
  const pending: (() => void)[] = []
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined
    const get = () => (made ??= make())
    pending.push(get)
    return get
  }
  return {
    validator: lazyValidator(once),
    buildSerializer: (schemas, options) => {
      const compile = SerializerSelector()(schemas, { ...options, ajv: UNPOLISHED })
      return (route) => {
        const compiled = once(() => compile(route))
        return (data) => compiled()(data)
      }
    },
    rest(app) {
      const next = () => {
        pending.shift()?.()
        if (pending.length > 0) setImmediate(next)
      }
      app.addHook('onListen', async () => void setTimeout(next, REST_AFTER_MS).unref())
      app.addHook('preClose', async () => void (pending.length = 0))
    },
  }
}

/** Query and path values come as text and are converted; a body must say what it means. */
function lazyValidator(once: <T>(make: () => T) => () => T): FastifySchemaCompiler<object> {
  // the schemas are TypeBox's: to check them costs a compilation of the schema of schemas
  const options: Options = { useDefaults: true, removeAdditional: false, allErrors: false, strict: false, validateSchema: false }
  const body = addFormats.default(new Ajv({ ...options, ...UNPOLISHED, coerceTypes: false }))
  const text = addFormats.default(new Ajv({ ...options, coerceTypes: 'array' }))
  return ({ schema, httpPart }) => {
    const compiled = once(() => (httpPart === 'body' ? body : text).compile(schema))
    const validate: Validate = (data) => {
      const ours = compiled()
      const valid = ours(data)
      validate.errors = ours.errors ?? null
      return valid
    }
    return validate
  }
}
