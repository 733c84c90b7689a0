import { inside } from './live-fixture.ts'
import { COUNTY, TOWNSHIPS } from './zones-fixture.ts'

export type PublicSample = { url: string; payload?: object }
type Made = { shown: string; hidden: string; markers: readonly string[] }

const [lng, lat] = inside(1, 1)
const get = (...urls: string[]) => () => urls.map((url) => ({ url }))
const tiles = (path: string) => get(...[[0, 0, 0], [8, 205, 101], [12, 3293, 1627], [14, 13175, 6508], [14, 13176, 6508]].map((tile) => `/tiles/${path}/${tile.join('/')}.mvt`))

/** How each public route is read, the internal things by their ids too. Streams of events have tests of their own. */
export const PUBLIC_SAMPLES: Readonly<Record<string, (made: Made) => PublicSample[]>> = {
  'POST /api/session': () => [{ url: '/api/session', payload: { username: 'marked-user', password: 'wrong' } }],
  'POST /api/session/demo': () => [{ url: '/api/session/demo', payload: { username: 'marked-user' } }],
  'GET /api/session': get('/api/session'),
  'DELETE /api/session': () => [],
  'GET /api/session/oidc': get('/api/session/oidc'),
  'GET /api/session/oidc/callback': get('/api/session/oidc/callback?code=1&state=2'),
  'GET /api/status': get('/api/status'),
  'GET /api/check': get(`/api/check?lng=${lng}&lat=${lat}`, `/api/check?address=${encodeURIComponent('迎宾路12号')}`, `/api/check?lng=${lng}&lat=${lat}&lang=en&at=${new Date().toISOString()}`),
  'POST /api/check': () => [{ url: '/api/check', payload: { items: [{ id: 1, lng, lat }, { address: '迎宾路14号' }, { lng: 0, lat: 0 }] } }],
  'GET /api/check/pack': get('/api/check/pack'),
  'GET /api/check/pack/:version': get('/api/check/pack/0123456789012345678901'),
  'GET /api/timeline': get('/api/timeline', '/api/timeline?limit=50'),
  'GET /api/evidence-sheet': get(`/api/evidence-sheet?lng=${lng}&lat=${lat}&at=${new Date().toISOString()}`),
  'GET /api/verify': get('/api/verify?code=0000'),
  'GET /api/rules': get('/api/rules'),
  'GET /api/rules/:id': get('/api/rules/three-zones-2021'),
  'GET /evidence': get('/evidence'),
  'GET /card': get('/card'),
  'GET /gate': get('/gate'),
  'GET /api/zones': get('/api/zones', '/api/zones?kind=sealed&limit=1', `/api/zones?area=${COUNTY}`, '/api/zones?audience=all'),
  'GET /api/zones/:id': ({ shown, hidden }) => [{ url: `/api/zones/${shown}` }, { url: `/api/zones/${hidden}` }],
  'GET /api/checkpoints': get('/api/checkpoints', '/api/checkpoints?limit=1'),
  'GET /api/checkpoints/:id/rule-card': get(...[1, 2, 3, 4].map((id) => `/api/checkpoints/${id}/rule-card`)),
  'GET /api/areas': get('/api/areas', '/api/areas?level=village'),
  'GET /api/areas/:code': get(`/api/areas/${TOWNSHIPS[0]}`),
  'GET /api/places': get('/api/places'),
  'GET /api/search': ({ markers }) => markers.map((marker) => ({ url: `/api/search?q=${encodeURIComponent(marker)}&limit=50` })),
  'GET /api/events': () => [],
  'GET /tiles/basemap.json': get('/tiles/basemap.json'),
  'GET /tiles/basemap/:z/:x/:y.mvt': tiles('basemap'),
  'GET /tiles/zones.json': get('/tiles/zones.json'),
  'GET /tiles/zones/:z/:x/:y.mvt': tiles('zones'),
  'GET /problems/:code': get('/problems/not_found'),
  'GET /livez': get('/livez'),
  'GET /readyz': get('/readyz'),
  'GET /metrics': get('/metrics'),
  'GET /openapi.json': get('/openapi.json'),
  'GET /docs': get('/docs'),
  'GET /docs/*': get('/docs/json'),
  'GET /check': get('/check'),
  'GET /*': get('/', '/nothing', '/check.html'),
}
