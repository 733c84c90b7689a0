/**
 * The coordinate system a .prj file (ESRI or OGC well-known text) names, as `EPSG:n`, or null where it is none we read.
 * CGCS2000 Gauss-Krüger zones of 3°: EPSG 4513–4533 (easting with the zone's number in front) and 4534–4554
 * (central meridian 75°–135° E); found by the authority's code or by the projection's own parameters.
 */
export function crsOfPrj(wkt: string): string | null {
  const authority = /AUTHORITY\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]\s*$/i.exec(wkt.trim())
  if (authority?.[1] !== undefined) return `EPSG:${authority[1]}`
  const chinese = /China_2000|CGCS_?2000|China_Geodetic_Coordinate_System_2000/i.test(wkt)
  if (/^\s*GEOGCS/i.test(wkt)) return chinese ? 'EPSG:4490' : /WGS_?(19)?84/i.test(wkt) ? 'EPSG:4326' : null
  if (!/^\s*PROJCS/i.test(wkt) || !chinese) return null
  if (!/Gauss_Kruger|Transverse_Mercator/i.test(wkt) || /6_Degree/i.test(wkt)) return null
  const meridian = parameter(wkt, 'central_meridian')
  const easting = parameter(wkt, 'false_easting')
  const plain = parameter(wkt, 'scale_factor') === 1 && (parameter(wkt, 'latitude_of_origin') ?? 0) === 0
  if (meridian === null || easting === null || !plain || meridian % 3 !== 0) return null
  const zone = meridian / 3
  if (zone < 25 || zone > 45) return null
  if (easting === 500_000) return `EPSG:${4534 + zone - 25}`
  return easting === zone * 1_000_000 + 500_000 ? `EPSG:${4513 + zone - 25}` : null
}

function parameter(wkt: string, name: string): number | null {
  const match = new RegExp(`PARAMETER\\[\\s*"${name}"\\s*,\\s*([-0-9.eE+]+)\\s*\\]`, 'i').exec(wkt)
  return match?.[1] === undefined ? null : Number(match[1])
}
