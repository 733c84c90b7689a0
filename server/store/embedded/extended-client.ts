import pg from 'pg'

/**
 * Sends every statement in the steps of the extended protocol (Parse, Bind, Execute), also one without values: what the
 * embedded engine left midway is told from an empty result there, and only there. Several statements in one text go as they are.
 */
export class ExtendedClient extends pg.Client {
  override query = ((config: unknown, ...rest: unknown[]) => {
    const single = typeof config === 'string' && !config.includes(';')
    const [values, callback] = Array.isArray(rest[0]) ? rest : [undefined, rest[0]]
    const send = pg.Client.prototype.query.bind(this) as (...given: unknown[]) => unknown
    return single ? send({ text: config, values, queryMode: 'extended' }, callback) : send(config, ...rest)
  }) as pg.Client['query']
}
