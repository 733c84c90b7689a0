import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App } from './app-type.ts'

/** OpenAPI 3.1 of every route registered after this, at /openapi.json; a self-hosted page over it at /docs. */
export async function registerDocs(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '三区 Sanqu',
        version,
        description:
          'Sealed, controlled and precaution zones: what is in force, whether a point or an address is in a zone, and who is affected. ' +
          'Coordinates are [lng, lat] in EPSG:4326 unless a coordinate system is declared. ' +
          'Problems are RFC 9457 documents in the language of Accept-Language (zh, en). 封控区、管控区、防范区服务接口。',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sanqu_session' } } },
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { deepLinking: true, validatorUrl: null } as object })
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.send(app.swagger()))
}
