import type { Xy } from './vector.ts'

/** Hand-set skeleton of the county, metres from its origin; everything else grows from these lines. */
export const RIVER: readonly Xy[] = [
  [-20600, -3900], [-18200, -2300], [-16700, -900], [-15000, -1500], [-14300, -3700], [-12600, -4300], [-11300, -2600], [-9900, -1500],
  [-8300, -2500], [-7200, -4100], [-5600, -3900], [-4900, -2000], [-3500, -700], [-1700, -330], [0, -290], [1500, -180], [2750, -420],
  [3800, -1150], [5300, -1200], [6300, 100], [6900, 1900], [8300, 2700], [9600, 1700], [10300, 300], [11900, 100], [12800, 1500],
  [13900, 2600], [15300, 1900], [16200, 600], [17900, 700], [20600, 2500],
]

export type Stream = { id: string; name: string; width: number; controls: readonly Xy[] }

/** Tributaries, source first; the last point lies in the main river. */
export const STREAMS: readonly Stream[] = [
  { id: 'qingxi', name: '青溪', width: 10, controls: [[-8600, 15600], [-9300, 13300], [-8300, 11600], [-8500, 9600], [-6900, 7600], [-7400, 5200], [-5900, 3300], [-6300, 900], [-4900, -900], [-4850, -2300]] },
  { id: 'shahe', name: '沙河', width: 14, controls: [[10900, 15600], [9800, 13200], [10300, 10900], [8900, 8800], [9300, 6600], [7900, 5100], [7800, 3700], [8300, 2700]] },
  { id: 'nanchuan', name: '南川河', width: 12, controls: [[700, -15600], [1900, -13300], [1200, -11200], [2500, -9000], [2100, -6700], [3300, -4600], [3000, -2800], [3850, -1130]] },
  { id: 'xingxi', name: '杏溪', width: 8, controls: [[-12600, -15600], [-11400, -13000], [-11900, -10900], [-10300, -9200], [-10600, -7200], [-9300, -5600], [-9700, -3600], [-9250, -1800]] },
  { id: 'shigou', name: '石沟', width: 7, controls: [[13900, -15600], [12700, -12300], [13400, -9700], [12000, -7300], [12500, -4800], [11400, -2500], [11900, 100]] },
  { id: 'liushui', name: '柳水', width: 6, controls: [[-16300, 9200], [-15200, 7000], [-15600, 4900], [-14300, 3000], [-14700, 800], [-15100, -1450]] },
]

/** Main roads outside the towns; ends written as a portal's name join that town street. */
export const MOTORWAY: readonly Xy[] = [
  [-20400, 3600], [-16500, 4700], [-12500, 4300], [-8800, 5000], [-5000, 5900], [-1000, 5600], [3000, 5100], [7000, 6100], [11500, 7000], [15500, 6500], [20400, 7600],
]
export const RAILWAY: readonly Xy[] = [
  [-20400, 1500], [-16000, 2300], [-11500, 2500], [-7000, 3100], [-3000, 3350], [0, 3250], [3500, 3300], [6500, 4300], [10500, 4700], [15000, 4100], [20400, 5100],
]

export type Town = {
  code: string
  name: string
  en: string
  kind: 'street' | 'town' | 'township'
  seat: Xy
  /** Parametric street lines of the built-up place in metres from `seat`, east and north. */
  us: readonly number[]
  vs: readonly number[]
  turn: number
  /** Corners of the street rectangle that stayed fields, as `column,row`. */
  fields: readonly string[]
}

/** The eight divisions below the county. Streets have codes 001–099, towns 100–199, townships 200–399. */
export const TOWNS: readonly Town[] = [
  { code: '990101001', name: '城关街道', en: 'Chengguan Subdistrict', kind: 'street', seat: [0, 0], us: [-1720, -1090, -520, 60, 560, 1130, 1690], vs: [0, 430, 930, 1400, 1950], turn: 0, fields: ['0,3', '5,0', '0,2', '5,3'] },
  { code: '990101002', name: '滨河街道', en: 'Binhe Subdistrict', kind: 'street', seat: [0, 0], us: [-1090, -560, 60, 620, 1190], vs: [-1480, -1010, -520, 0], turn: 0, fields: ['0,0', '3,0'] },
  { code: '990101100', name: '柳湾镇', en: 'Liuwan Town', kind: 'town', seat: [-9700, 900], us: [-500, -260, -50, 190, 430], vs: [-210, 0, 190, 350], turn: 0.1, fields: ['0,0', '3,0', '0,2', '3,2', '2,2'] },
  { code: '990101101', name: '石桥镇', en: 'Shiqiao Town', kind: 'town', seat: [10100, -1700], us: [-560, -330, -110, 120, 370], vs: [-230, 0, 160, 330], turn: -0.12, fields: ['0,0', '0,1', '0,2', '3,2', '1,2'] },
  { code: '990101102', name: '青岭镇', en: 'Qingling Town', kind: 'town', seat: [-6900, 9300], us: [-420, -180, 40, 260], vs: [-260, 0, 170], turn: 0.25, fields: ['0,0', '2,1'] },
  { code: '990101103', name: '北塬镇', en: 'Beiyuan Town', kind: 'town', seat: [5700, 9700], us: [-470, -220, -10, 230, 480], vs: [-180, 0, 210, 370], turn: -0.08, fields: ['3,0', '0,2', '1,2', '3,2'] },
  { code: '990101104', name: '南川镇', en: 'Nanchuan Town', kind: 'town', seat: [1000, -7700], us: [-380, -150, 90, 350], vs: [-240, -20, 190, 360], turn: 0.16, fields: ['0,0', '2,2', '0,2'] },
  { code: '990101200', name: '杏坪乡', en: 'Xingping Township', kind: 'township', seat: [-9000, -8300], us: [-340, -110, 130, 330], vs: [-200, 10, 190], turn: -0.2, fields: ['0,0', '2,1'] },
]

/** Half-axes of the county before its edge is roughened. */
export const COUNTY = { east: 17400, north: 14700 }
