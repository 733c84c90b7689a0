import type { Map, PaddingOptions } from 'maplibre-gl'
import type { Flight } from '../state/camera.ts'

/** Room around what is shown, in pixels; on a phone the sheet covers the lower part. */
const padding = (map: Map, { besidePanel, besideDialog }: { besidePanel: boolean; besideDialog: boolean }, legendOpen: boolean): PaddingOptions => {
  const { clientWidth, clientHeight } = map.getContainer()
  const phone = clientWidth < 700
  // the legend lies on its left, a dialog on its right
  const isWide = clientWidth > 900
  const side = phone ? 24 : Math.min(70, clientWidth / 8)
  return { top: phone ? 24 : Math.min(70, clientHeight / 8), bottom: phone ? (besidePanel ? clientHeight * 0.5 : 24) : Math.min(80, clientHeight / 8), left: isWide && (legendOpen || besideDialog) ? clientWidth * 0.34 : side, right: isWide && besideDialog ? clientWidth * 0.25 : side }
}

/** Every camera move of the product: a wish from the state becomes a flight, or a jump where motion is not wanted. */
export function fit(map: Map, flight: Flight, { still, legendOpen }: { still: boolean; legendOpen: boolean }): void {
  const animate = !still
  if ('to' in flight) {
    const [west, south, east, north] = flight.to
    map.fitBounds([[west, south], [east, north]], { padding: padding(map, flight, legendOpen), maxZoom: flight.maxZoom, duration: 700, animate })
  } else if ('at' in flight) {
    map.easeTo({ center: flight.at, zoom: Math.max(map.getZoom(), flight.zoom), duration: 700, animate })
  } else {
    map.jumpTo({ center: [flight.lng, flight.lat], zoom: flight.zoom })
  }
}
