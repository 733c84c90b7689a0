/** The part of Turf's build of JSTS that the buffer uses; the package carries no types. */
declare module '@turf/jsts' {
  import type { Geometry } from 'geojson'

  /** A JTS geometry: opaque here. */
  type JtsGeometry = { readonly jts: unique symbol }

  /** What JTS `BufferOp` asks its parameters; any object that answers will do. */
  type BufferParameters = {
    getQuadrantSegments(): number
    getEndCapStyle(): number
    getJoinStyle(): number
    getMitreLimit(): number
    getSimplifyFactor(): number
    isSingleSided(): boolean
  }

  const jsts: {
    GeoJSONReader: new () => { read(geometry: Geometry): JtsGeometry }
    GeoJSONWriter: new () => { write(geometry: JtsGeometry): Geometry }
    BufferOp: new (
      geometry: JtsGeometry,
      parameters: BufferParameters,
    ) => { getResultGeometry(distance: number): JtsGeometry }
  }
  export default jsts
}
