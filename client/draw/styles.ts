const LIGHT = '#4f46e5' as const
const DARK = '#a5a0ff' as const

/** The line being drawn; fills stay faint, for the map draws the composed ground with its holes below. */
export const polygonStyles = (dark: boolean) => {
  const colour = dark ? DARK : LIGHT
  return {
    fillColor: colour, fillOpacity: 0.06, outlineColor: colour, outlineWidth: 2.5,
    closingPointColor: colour, closingPointWidth: 6, closingPointOutlineColor: '#ffffff' as const, closingPointOutlineWidth: 2,
  }
}

export const selectStyles = (dark: boolean) => {
  const colour = dark ? DARK : LIGHT
  return {
    selectedPolygonColor: colour, selectedPolygonFillOpacity: 0.06, selectedPolygonOutlineColor: colour, selectedPolygonOutlineWidth: 2.5,
    selectionPointColor: '#ffffff' as const, selectionPointWidth: 6, selectionPointOutlineColor: colour, selectionPointOutlineWidth: 2.5,
    midPointColor: colour, midPointWidth: 4, midPointOutlineColor: '#ffffff' as const, midPointOutlineWidth: 1.5,
  }
}
