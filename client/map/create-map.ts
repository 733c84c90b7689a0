import { Map, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { makeImage } from './images/make-image.ts'
import { PIXEL_RATIO } from './images/canvas.ts'
import type { Look } from './look.ts'
import { buildStyle } from './style.ts'

setWorkerUrl(new URL(workerUrl, document.baseURI).href)

/** Chinese letters are drawn with a font of the machine. */
const IDEOGRAPHS = "'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif"

/** The map, north up and flat: a legal boundary is read off it. Images are drawn when a layer first asks for them. */
export function createMap(container: HTMLElement, look: Look): Map {
  const { t } = look
  const map = new Map({
    container,
    style: buildStyle(look, window.location.origin),
    center: [109.5, 34.5],
    zoom: 9,
    minZoom: 4,
    maxZoom: 20,
    attributionControl: false,
    localIdeographFontFamily: IDEOGRAPHS,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
    locale: { 'Map.Title': t.map.label, 'NavigationControl.ZoomIn': t.map.zoomIn, 'NavigationControl.ZoomOut': t.map.zoomOut },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right')
  map.setMissingStyleImageResolver((id) => {
    const image = map.hasImage(id) ? null : makeImage(id)
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO })
  })
  return map
}
