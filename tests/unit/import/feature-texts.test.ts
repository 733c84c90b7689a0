import { describe, expect, it } from 'vitest'
import { featureTexts } from '../../../server/import/geojson/feature-texts.ts'
import { lineTexts } from '../../../server/import/geojson/line-texts.ts'

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
}

async function collect(texts: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const text of texts) all.push(text)
  return all
}

const features = [
  { type: 'Feature', properties: { name: '括号 } ] { [ " \\ \n', features: [{ inner: true }] }, geometry: null },
  { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [109.5, 34.5] } },
]
const collection = JSON.stringify(
  { crs: { features: [{ not: 'this' }] }, type: 'FeatureCollection', features, tail: [{}] },
  null,
  1,
)

describe('feature texts', () => {
  it.each([1, 2, 3, 7, 64, 100_000])('cuts a collection into its features in pieces of %i characters', async (size) => {
    const texts = await collect(featureTexts(pieces(collection, size)))
    expect(texts.map((text) => JSON.parse(text))).toEqual(features)
  })

  it('finds no feature in an empty collection and says when the file ends too early', async () => {
    expect(await collect(featureTexts(pieces('{"type":"FeatureCollection","features":[]}', 5)))).toEqual([])
    await expect(collect(featureTexts(pieces(collection.slice(0, -20), 9)))).rejects.toThrow(SyntaxError)
    await expect(collect(featureTexts(pieces('{"features":[]}}', 9)))).rejects.toThrow(SyntaxError)
  })

  it('reads lines whatever their separators', async () => {
    const text = '\u001e{"a":1}\n\n\u001e{"b":2}\r\n{"c":3}'
    for (const size of [1, 4, 100])
      expect(await collect(lineTexts(pieces(text, size)))).toEqual(['{"a":1}', '{"b":2}', '{"c":3}'])
  })
})
